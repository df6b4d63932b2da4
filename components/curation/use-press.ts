"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import { browserStore } from "@/components/ui/browser-store";
import type { Placement } from "@/lib/curation/board";
import { boardNow, boardQuery, pendingPresses, pressKey } from "./board-query";
import { outboxOf } from "./outbox";
import { type Press, placementsOf, placeTracks } from "./press";
import { type PressAnswer, PressRefused } from "./press-answer";
import { tellRefusals, tellUnsaved } from "./press-toasts";

const MOST_RETRIES = 8;
const LONGEST_RETRY_DELAY_MS = 8_000;
const FINISHED_KEPT_MS = 30_000;

type Deliver = (periodId: string, press: Press) => Promise<PressAnswer>;

type Taken = { key: string; placements: Placement[] };

/**
 * Sends presses in the order of the keys. A press is on the board from the moment it is made: the
 * board lays pending presses over what the server knows, so one that fails takes only its own
 * tracks back. Presses wait while there is no connection, and outlive the page in the outbox.
 */
export function usePress(periodId: string, deliver: Deliver) {
  const client = useQueryClient();
  const taken = useRef<Taken[]>([]);
  const failed = useRef(new Set<string>());

  const { mutate: send } = useMutation({
    mutationKey: pressKey(periodId),
    scope: { id: `board ${periodId}` },
    gcTime: FINISHED_KEPT_MS,
    retry: (count, error) => !(error instanceof PressRefused) && count < MOST_RETRIES,
    retryDelay: (count) => Math.min(500 * 2 ** count, LONGEST_RETRY_DELAY_MS),
    mutationFn: async (press: Press): Promise<PressAnswer> => {
      // A press that failed has changed nothing: there is nothing to take back.
      const isVoid = press.kind === "undo" && press.undoes && failed.current.has(press.undoes);
      return isVoid ? { placements: [] } : deliver(periodId, press);
    },
    onSuccess: async ({ placements, undoable, refused = [] }, press) => {
      const { queryKey } = boardQuery(periodId);
      // A board read while this was under way may be from before it.
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, (saved) => {
        if (!saved) return saved;
        const placed = placeTracks(saved, placements);
        return { ...placed, undoable: undoable ?? placed.undoable };
      });
      tellRefusals(refused);
      if (press.kind === "undo" && tookBackOthers(press.placements, placements)) {
        void client.invalidateQueries({ queryKey });
      }
    },
    onSettled: (_answer, _error, press) => outboxOf(periodId, browserStore).remove(press.key),
    onError: (error, press) => {
      failed.current.add(press.key);
      taken.current = taken.current.filter(({ key }) => key !== press.key);
      const board = boardNow(client, periodId);
      tellUnsaved({ error, press, board, retry: () => retry(press) });
    },
  });

  function mutate(press: Press) {
    outboxOf(periodId, browserStore).add(press, Date.now());
    send(press);
  }

  const sendLeftOver = useEffectEvent(() => {
    const underWay = new Set(pendingPresses(client, periodId).map(({ key }) => key));
    for (const press of outboxOf(periodId, browserStore).list()) {
      if (!underWay.has(press.key)) send(press);
    }
  });

  useEffect(() => sendLeftOver(), []);

  function retry(press: Press) {
    failed.current.delete(press.key);
    make(press);
  }

  function make(press: Press) {
    const board = boardNow(client, periodId);
    if (board && (press.kind === "move" || press.kind === "promote")) {
      taken.current.push({ key: press.key, placements: placementsOf(board, press.trackIds) });
    }
    mutate(press);
  }

  return {
    make,
    /** Takes back the newest press, also of an earlier visit; answers with the tracks it knows. */
    undo(): Placement[] {
      const last = taken.current.pop();
      const placements = last?.placements ?? [];
      mutate({ kind: "undo", key: newKey(), undoes: last?.key ?? null, placements });
      return placements;
    },
  };
}

export const newKey = () => crypto.randomUUID();

/** The newest press at the server was not the one this page knew: another window was at work. */
function tookBackOthers(wanted: readonly Placement[], answered: readonly Placement[]): boolean {
  const known = new Set(wanted.map(({ id }) => id));
  return known.size > 0 && answered.some(({ id }) => !known.has(id));
}
