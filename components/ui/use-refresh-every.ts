"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Reads the page again while something it shows is being made; null stops. */
export function useRefreshEvery(everyMs: number | null) {
  const router = useRouter();
  useEffect(() => {
    if (everyMs === null) return;
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs]);
}
