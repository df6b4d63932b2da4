"use client";

import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { tell, tellProblem } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/action";
import { correctLabelAction, tagTracksAction, untagTracksAction } from "@/lib/enrichment/actions";
import type { KnownTrackView } from "@/lib/enrichment/known-track-view";
import { type LabelView, withWord } from "@/lib/enrichment/label-view";

const knownTrackQuery = (recordingKey: string) =>
  queryOptions({
    queryKey: ["enrichment", "track", recordingKey],
    queryFn: async ({ signal }): Promise<KnownTrackView> => {
      const address = `/api/enrichment/track?${new URLSearchParams({ key: recordingKey })}`;
      const response = await fetch(address, { signal });
      if (response.ok) return response.json();
      const { message }: { message?: string } = await response.json();
      throw new Error(message ?? "The track could not be read.");
    },
    staleTime: 30_000,
  });

type Change = (track: KnownTrackView) => KnownTrackView;
const LOST = "Clouder did not answer. Look whether it was done before you try again.";

/** What is known of a track, and the words a person has for it: shown at once, each with its undo. */
export function useKnownTrack(first: KnownTrackView) {
  const client = useQueryClient();
  const { recordingKey } = first;
  const query = knownTrackQuery(recordingKey);
  const { data: track = first } = useQuery({ ...query, initialData: first });

  async function change(next: Change, back: Change, send: () => Promise<ActionResult<unknown>>) {
    await client.cancelQueries(query);
    const patch = (how: Change) => client.setQueryData(query.queryKey, (now) => how(now ?? first));
    patch(next);
    const problem = await send().then(
      (result) => (result.ok ? null : result.message),
      () => LOST,
    );
    if (problem !== null) {
      patch(back);
      tellProblem(problem);
    }
    void client.invalidateQueries({ queryKey: query.queryKey });
    return problem === null;
  }

  const about = (tag: string) => ({ recordingKeys: [recordingKey], tags: [tag] });
  const withTag =
    (tag: string): Change =>
    (now) => ({ ...now, tags: [...now.tags, tag] });
  const withoutTag =
    (tag: string): Change =>
    (now) => ({ ...now, tags: now.tags.filter((one) => one !== tag) });
  const add = (tag: string) =>
    change(withTag(tag), withoutTag(tag), () => tagTracksAction(about(tag)));
  const takeOff = (tag: string) =>
    change(withoutTag(tag), withTag(tag), () => untagTracksAction(about(tag)));

  const say = ({ label, said }: Pick<LabelView, "label" | "said">) => {
    const before = changedBy(track.labels, { label, said });
    const asBefore = (one: LabelView) => before.find(({ label }) => label === one.label) ?? one;
    return change(
      (now) => ({ ...now, labels: withWord(now.labels, { label, said }) }),
      (now) => ({ ...now, labels: now.labels.map(asBefore) }),
      () => correctLabelAction({ recordingKey, label, holds: said }),
    );
  };
  /** What was affirmed comes first, as that takes the place of its rival. */
  const takeBack = async (changed: readonly LabelView[]) => {
    const inOrder = [...changed].sort((a, b) => Number(b.said) - Number(a.said));
    for (const one of inOrder) await say(one);
  };

  return {
    track,
    tag: async (tag: string) => {
      if (await add(tag))
        tell(
          `Tagged “${tag}”.`,
          undo(() => takeOff(tag)),
        );
    },
    untag: async (tag: string) => {
      if (await takeOff(tag))
        tell(
          `Took off “${tag}”.`,
          undo(() => add(tag)),
        );
    },
    correct: async (one: LabelView, said: boolean | null) => {
      const changed = changedBy(track.labels, { label: one.label, said });
      if (await say({ label: one.label, said })) {
        tell(
          `${one.name}: ${saidWords(said)}`,
          undo(() => takeBack(changed)),
        );
      }
    },
  };
}

/** The labels of which something else is said after a word, as they were before it. */
function changedBy(labels: readonly LabelView[], word: Pick<LabelView, "label" | "said">) {
  const after = withWord(labels, word);
  return labels.filter(({ said }, index) => said !== after[index]?.said);
}

const undo = (run: () => Promise<unknown>) => ({
  id: "known-track",
  action: { label: "Undo", onClick: () => void run() },
});

function saidWords(said: boolean | null): string {
  if (said === null) return "left to the rules.";
  return said ? "yes, whatever the rules say." : "no, whatever the rules say.";
}
