import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { writeEnrichments } from "@/db/queries/enrichments";
import { findRecordingKey } from "@/db/queries/facts-recordings";
import { listFactKeys } from "@/db/queries/facts-stale";
import { createUser, createWeek } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { correctLabel } from "./correct-label";
import { stands } from "./label-view";
import { readKnownTrack } from "./read-known-track";
import { beginRefresh, finishRefresh, goOnRefreshing } from "./refresh-facts";
import { tagTracks } from "./tag-tracks";

async function createKnown(tx: Db) {
  const { user } = await createWeek(tx, { tracks: 1 });
  const run = await beginRefresh(tx, { userId: user.id, runId: "run" });
  await goOnRefreshing(tx, run);
  await finishRefresh(tx, run);
  const [recordingKey = ""] = await listFactKeys(tx, { userId: user.id, after: "", limit: 1 });
  return { userId: user.id, recordingKey };
}

test("what is known of a track says who says it, and what a person says counts at once", () =>
  withRollback(async (tx) => {
    const own = await createKnown(tx);
    await writeEnrichments(tx, [
      {
        ...{ userId: null, recordingKey: own.recordingKey, source: "musicbrainz", version: 1 },
        ...{ at: new Date("2026-11-01T10:00:00Z"), categories: ["dub techno"], values: {} },
      },
    ]);
    await tagTracks(tx, {
      userId: own.userId,
      recordingKeys: [own.recordingKey],
      tags: ["Opener"],
    });
    await correctLabel(tx, { ...own, label: "mood:deep", holds: true });

    const track = await readKnownTrack(tx, own);
    const factOf = (name: string) => track?.facts.find((fact) => fact.name === name);
    expect(factOf("Stage")).toMatchObject({ value: { text: "Bronze" }, from: ["curation"] });
    expect(factOf("Genres")).toMatchObject({ from: ["beatport", "musicbrainz"] });
    expect(factOf("Plays")).toMatchObject({ value: { as: "none", text: "None" }, from: [] });
    expect(track).toMatchObject({
      tags: ["Opener"],
      tagsInUse: ["Opener"],
      inLibrary: null,
      asOf: expect.any(String),
      answers: [{ source: "musicbrainz", version: 1, isOwn: false, categories: ["dub techno"] }],
    });
    const labels = track?.labels ?? [];
    const fits = labels.filter(({ kind }) => kind === "fits").map(({ name }) => name);
    expect(fits).toEqual(["Peak Time", "Warm-up"]);
    const standing = labels.filter((label) => label.kind === "mood" && stands(label, labels));
    expect(standing).toMatchObject([{ label: "mood:deep", said: true }]);
  }));

test("of another user's track nothing is known", () =>
  withRollback(async (tx) => {
    const { recordingKey } = await createKnown(tx);
    const other = await createUser(tx);
    expect(await readKnownTrack(tx, { userId: other.id, recordingKey })).toBeNull();
    const wish = { userId: other.id, provider: "spotify" as const, externalId: "none" };
    expect(await findRecordingKey(tx, wish)).toBeNull();
  }));
