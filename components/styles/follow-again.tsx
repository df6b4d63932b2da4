"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { setUpStyleAction } from "@/lib/curation/actions";

/** A style that was left keeps its categories and their Golden tracks. */
export function FollowAgain({ styleSlug }: { styleSlug: string }) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [going, startTransition] = useTransition();

  const follow = () => {
    startTransition(async () => {
      const result = await setUpStyleAction({ styleSlug, categories: [] });
      startTransition(() => {
        if (result.ok) router.refresh();
        else setProblem(result.message);
      });
    });
  };

  return (
    <Notice
      action={
        <Button size="sm" disabled={going} onClick={follow}>
          {going && <Spinner />}
          Follow again
        </Button>
      }
    >
      {problem ?? "You left this style. Its categories and their Golden playlists are kept."}
    </Notice>
  );
}
