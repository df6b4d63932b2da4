"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

/** Beatport has not said yet which styles there are: the reason, and the way to ask again. */
export function StylesMissing({ problem }: { problem: string }) {
  const router = useRouter();
  const [asking, startAsking] = useTransition();
  return (
    <Empty
      title="No styles yet"
      action={
        <Button
          look="primary"
          aria-disabled={asking}
          onClick={() => asking || startAsking(() => router.refresh())}
        >
          {asking ? "Asking Beatport…" : "Ask again"}
        </Button>
      }
    >
      <p aria-live="polite">{problem}</p>
      <p>Styles come from Beatport, once, before you choose your first.</p>
    </Empty>
  );
}
