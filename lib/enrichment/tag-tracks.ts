import "server-only";
import type { Db } from "@/db/handle";
import { lockFacts } from "@/db/queries/facts-stale";
import { listFacts } from "@/db/queries/rules-facts";
import { countMostTags, deleteTags, insertTags } from "@/db/queries/tags";
import { AppError } from "@/lib/errors";
import { foldText } from "@/lib/rules/fold-text";
import { readYardsticks } from "./read-yardsticks";
import type { TagTracksInput } from "./schema";
import { settleRecordings } from "./settle-recordings";

const TAGS_PER_TRACK = 50;

type OwnTags = TagTracksInput & { userId: string };

/** Adds words to some of a user's recordings; rules can ask for them at once. */
export async function tagTracks(db: Db, { userId, recordingKeys, tags }: OwnTags): Promise<void> {
  const yardsticks = await readYardsticks(db, { userId });
  await db.transaction(async (tx) => {
    await lockKnown(tx, { userId, recordingKeys });
    const words = tags.map((tag) => ({ tag, folded: foldText(tag) }));
    if (words.some(({ folded }) => folded === "")) {
      throw new AppError("INVALID", "A tag needs a letter, a number or a sign.");
    }
    await insertTags(tx, { userId, recordingKeys, words });
    if ((await countMostTags(tx, { userId, recordingKeys })) > TAGS_PER_TRACK) {
      throw new AppError("INVALID", `A track has ${TAGS_PER_TRACK} tags at most.`);
    }
    await settleRecordings(tx, { userId, recordingKeys, yardsticks });
  });
}

/** Takes words off some of a user's recordings. */
export async function untagTracks(db: Db, { userId, recordingKeys, tags }: OwnTags): Promise<void> {
  const yardsticks = await readYardsticks(db, { userId });
  await db.transaction(async (tx) => {
    await lockKnown(tx, { userId, recordingKeys });
    await deleteTags(tx, { userId, recordingKeys, folded: tags.map(foldText) });
    await settleRecordings(tx, { userId, recordingKeys, yardsticks });
  });
}

type Wanted = { userId: string; recordingKeys: string[] };

async function lockKnown(db: Db, wanted: Wanted): Promise<void> {
  await lockFacts(db, wanted);
  const known = await listFacts(db, wanted);
  if (known.length < new Set(wanted.recordingKeys).size) {
    throw new AppError("NOT_FOUND", "One of these tracks is not among yours.");
  }
}
