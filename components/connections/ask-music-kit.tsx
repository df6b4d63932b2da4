"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { keepAppleAction } from "@/lib/connections/actions";
import { prepareMusicKit } from "./music-kit";

const notGiven = "Apple Music is not connected: the consent was not given.";

/** Has MusicKit ask the person in a window of Apple's, and hands over what they allowed. */
export function AskMusicKit({ developerToken }: { developerToken: string }) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [asking, startTransition] = useTransition();
  const { data: musicKit, error } = useQuery({
    queryKey: ["music-kit"],
    queryFn: () => prepareMusicKit(developerToken),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

  const ask = () =>
    startTransition(async () => {
      const musicUserToken = await musicKit?.authorize().then(
        (token) => token,
        () => undefined,
      );
      const result = musicUserToken ? await keepAppleAction({ musicUserToken }) : null;
      startTransition(() => {
        setProblem(result ? (result.ok ? null : result.message) : notGiven);
        if (result?.ok) router.push("/settings/connections");
      });
    });

  const trouble = problem ?? error?.message;
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="max-w-[58ch] text-ink-2">
        Apple asks you in a window of its own. Clouder then reads your library, and changes nothing
        there. The consent lasts six months.
      </p>
      {trouble && (
        <div role="alert" className="self-stretch">
          <Notice>{trouble}</Notice>
        </div>
      )}
      <Button look="primary" disabled={!musicKit || asking} onClick={ask}>
        {asking && <Spinner />}
        Ask Apple Music
      </Button>
    </div>
  );
}
