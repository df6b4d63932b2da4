"use client";

import { useQueryClient } from "@tanstack/react-query";
import { tell, tellProblem } from "@/components/ui/toast";
import { overrideTrackAction } from "@/lib/rules/actions";
import type { OverrideKind } from "@/lib/rules/override";
import type { RuleSetTrack } from "@/lib/rules/rule-set-view";
import { resultKey } from "./rules-query";
import { tellLost } from "./tell-lost";
import { titleOf } from "./track-line";

const said = {
  pin: "Pinned: it is always in.",
  exclude: "Kept out: it is never in.",
  none: "Left to the rules again.",
};

/** Pins a track or keeps it out, at once and whatever is being edited. */
export function useOverride(ruleSetId: string) {
  const client = useQueryClient();
  return async (track: RuleSetTrack, kind: OverrideKind | null) => {
    const { recordingKey } = track;
    const told = (answer: Awaited<ReturnType<typeof overrideTrackAction>>) => {
      if (answer.ok) tell(`${titleOf(track)}. ${said[kind ?? "none"]}`);
      else tellProblem(answer.message);
    };
    await overrideTrackAction({ ruleSetId, recordingKey, kind }).then(told, tellLost);
    await client.invalidateQueries({ queryKey: resultKey(ruleSetId) });
  };
}
