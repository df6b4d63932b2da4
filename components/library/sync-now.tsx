"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { tell, tellProblem } from "@/components/ui/toast";
import type { PersonalProvider } from "@/lib/connections/provider";
import { syncNowAction } from "@/lib/library/actions";

type Props = { provider: PersonalProvider; isBusy: boolean; connected: boolean };

const tellLost = () =>
  tellProblem("Clouder did not answer. Look whether it was done before you try again.");

/** Has a library read now. */
export function SyncNow({ provider, isBusy, connected }: Props) {
  const client = useQueryClient();
  const [asking, startAsking] = useTransition();
  const told = (result: Awaited<ReturnType<typeof syncNowAction>>) => {
    if (!result.ok) tellProblem(result.message);
    else if (!result.data.begun) tell("It is being read already.");
  };
  const ask = () =>
    startAsking(async () => {
      await syncNowAction({ provider }).then(told, tellLost);
      await client.invalidateQueries({ queryKey: ["library", "sync"] });
    });
  return (
    <Button size="sm" disabled={asking || isBusy || !connected} onClick={ask}>
      {(asking || isBusy) && <Spinner />}
      {isBusy ? "Syncing" : "Sync now"}
    </Button>
  );
}
