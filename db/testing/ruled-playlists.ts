import { writeFacts } from "@/db/queries/rules-facts";
import { startPlaylists } from "@/db/testing/planned-playlists";
import { refresh } from "@/lib/enrichment/testing/refresh";
import { ruleDefinition } from "@/lib/rules/rule-schema";
import { makeTrack } from "@/lib/rules/testing/make-track";

const HOUR_MS = 3_600_000;

/** A DJ of whom four tracks are known, from 130 BPM on, and rule sets that ask for them. Start it before importing the app. */
export async function startRules() {
  const dj = await startPlaylists();
  const { db, userId, uris } = dj;
  const { createRuleSet } = await import("@/lib/rules/create-rule-set");
  const start = new Date();
  const facts = uris
    .slice(0, 4)
    .map((spotifyUri, index) =>
      makeTrack({ recordingKey: `isrc:${index}`, spotifyUri, bpm: 130 + index }),
    );
  const definition = ruleDefinition.parse({
    where: { all: [{ field: "bpm", op: "gte", value: 130 }] },
    sort: [{ field: "bpm", direction: "asc" }],
  });
  await refresh(db, { userId });
  await writeFacts(db, { userId, facts });

  return {
    ...dj,
    start,
    later: (hours: number) => new Date(start.getTime() + hours * HOUR_MS),
    facts,
    definition,
    makeSet: async (name: string) => {
      const { id } = await createRuleSet(db, { userId, name, definition });
      return { userId, ruleSetId: id };
    },
    approveAndCarryOut: async (planId: string, from: Date) => {
      await dj.approve(planId);
      await dj.carryOut(planId, { from });
    },
  };
}
