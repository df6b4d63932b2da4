"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { recreateMirrorAction } from "@/lib/mirrors/actions";

/** The playlist was removed in Spotify; a new one is made only when somebody asks for it. */
export function RecreateMirror({ mirrorId }: { mirrorId: string }) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [going, startTransition] = useTransition();

  const recreate = () => {
    startTransition(async () => {
      const result = await recreateMirrorAction({ mirrorId });
      startTransition(() => {
        if (result.ok) router.refresh();
        else setProblem(result.message);
      });
    });
  };

  return (
    <Notice
      action={
        <Button size="sm" disabled={going} onClick={recreate}>
          {going && <Spinner />}
          Make it again
        </Button>
      }
    >
      {problem ?? "This playlist was removed in Spotify. Here it is complete."}
    </Notice>
  );
}
