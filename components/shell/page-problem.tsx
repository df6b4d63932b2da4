"use client";

import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

type Props = { error: unknown; retry: () => void; titleAs?: "p" | "h1" };

/** A page that broke: nothing is lost, and the log knows the reason under this reference. */
export function PageProblem({ error, retry, titleAs }: Props) {
  const reference = referenceOf(error);
  return (
    <div role="alert">
      <Empty
        title="This page could not be loaded"
        titleAs={titleAs}
        action={
          <Button look="primary" onClick={retry}>
            Try again
          </Button>
        }
      >
        <p>The reason is on our side. What you sorted is stored and safe.</p>
        {reference && (
          <p className="pt-1 text-xs text-ink-3">
            In the log under <code className="font-mono">{reference}</code>
          </p>
        )}
      </Empty>
    </div>
  );
}

function referenceOf(error: unknown): string | null {
  if (!(error instanceof Error) || !("digest" in error)) return null;
  return typeof error.digest === "string" ? error.digest : null;
}
