"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LocalTime } from "@/components/ui/local-time";
import { Spinner } from "@/components/ui/spinner";
import { TimeAgo } from "@/components/ui/time-ago";
import { revokeTokenAction } from "@/lib/api/actions";
import type { TokenView } from "@/lib/api/token-view";

export function ApiTokenRow({ token }: { token: TokenView }) {
  const { id, name, start, scopes } = token;
  const [asking, setAsking] = useState(false);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b py-2.5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{name}</span>
          <span className="font-mono text-xs text-ink-3">{start}…</span>
        </p>
        <p className="text-xs text-ink-2">{scopes.join(" · ")}</p>
        <p className="text-xs text-ink-3">
          <TokenTimes token={token} />
        </p>
      </div>
      <Button look="danger" size="sm" onClick={() => setAsking(true)}>
        Revoke<span className="sr-only"> {name}</span>
      </Button>
      {asking && <RevokeDialog tokenId={id} name={name} onClose={() => setAsking(false)} />}
    </li>
  );
}

function TokenTimes({ token }: { token: TokenView }) {
  const { createdAt, expiresAt, expired, lastUsedAt } = token;
  return (
    <>
      Made <LocalTime iso={createdAt} show="day" />
      {" · "}
      {lastUsedAt ? (
        <>
          last used <TimeAgo iso={lastUsedAt} />
        </>
      ) : (
        "never used"
      )}
      {" · "}
      {expiresAt === null && "does not end"}
      {expiresAt !== null && (
        <span className={expired ? "text-danger" : undefined}>
          {expired ? "ended" : "ends"} <LocalTime iso={expiresAt} show="day" />
        </span>
      )}
    </>
  );
}

type RevokeProps = { tokenId: string; name: string; onClose: () => void };

function RevokeDialog({ tokenId, name, onClose }: RevokeProps) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [going, startTransition] = useTransition();
  const revoke = () => {
    startTransition(async () => {
      const result = await revokeTokenAction({ tokenId });
      if (!result.ok) return setProblem(result.message);
      onClose();
      router.refresh();
    });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Revoke ${name}?`}
      description="Programs that hold this token are refused from then on. It cannot be brought back."
    >
      {problem && (
        <p role="alert" className="px-4 pt-3 text-danger">
          {problem}
        </p>
      )}
      <div className="flex justify-end gap-2 p-4">
        <Button look="quiet" onClick={onClose}>
          Keep it
        </Button>
        <Button look="danger" autoFocus disabled={going} onClick={revoke}>
          {going && <Spinner />}
          Revoke it
        </Button>
      </div>
    </Dialog>
  );
}
