"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

type Props = {
  isKnown: boolean;
  take: (zone: { timeZone: string }) => Promise<{ ok: boolean }>;
};

/** In whose days a person is counted is taken of the first browser; later changes are a choice. */
export function BrowserZone({ isKnown, take }: Props) {
  const router = useRouter();
  const isAsked = useRef(isKnown);
  // the browser is the only one who knows the zone, and it is outside React
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    take({ timeZone }).then(
      ({ ok }) => ok && router.refresh(),
      // asked again with the next page that is opened
      () => undefined,
    );
  }, [router, take]);
  return null;
}
