import "server-only";
import type { Db } from "@/db/handle";
import { listUnenriched, writeEnrichments } from "@/db/queries/enrichments";
import { describeRecordings } from "@/db/queries/sources-descriptions";
import { listSourceRecordings } from "@/db/queries/sources-tracks";
import { providerName } from "@/lib/connections/provider";
import type { Enricher, Said } from "@/lib/enrichment/enricher";
import { inChunks } from "@/lib/in-chunks";
import { reportProgress } from "@/lib/jobs/report-progress";
import { type Enriching, enrichmentJob } from "./begin-enrichment";
import { answersTo, type Question, questionOf } from "./question";

/** Each look at a source costs as much as all that it holds. */
const RECORDINGS_AT_ONCE = 5_000;
/** A step ends after so long, so that its run is heard of and can be stopped. */
const STEP_MS = 20_000;
/** Who knew nothing of a recording is asked again after so long. */
export const ASK_AGAIN_DAYS = 30;
const DAY_MS = 86_400_000;

type Asking = {
  enricher: Enricher;
  /** The last recording that is done; empty at the beginning. */
  after: string;
  /** How many are done by then, of all that the run asks about. */
  done?: number;
  stepMs?: number;
};

/**
 * Asks an enricher about recordings of a source that it has not been asked about, for some seconds.
 * Each answer is kept as it comes, so that a wait or a fault loses none.
 */
export async function askEnricher(
  db: Db,
  run: Enriching,
  { enricher, after, done = 0, stepMs = STEP_MS }: Asking,
): Promise<{ after: string; done: number; more: boolean }> {
  const until = performance.now() + stepMs;
  for (let reached = after, before = done; ; ) {
    const page = await listSourceRecordings(db, {
      ...run,
      after: reached,
      limit: RECORDINGS_AT_ONCE,
    });
    const seen = await askAbout(db, run, { enricher, page, before, until });
    reached = page[seen - 1] ?? reached;
    before += seen;
    const more = seen < page.length || page.length === RECORDINGS_AT_ONCE;
    if (!more || performance.now() > until) return { after: reached, done: before, more };
  }
}

type Page = { enricher: Enricher; page: string[]; before: number; until: number };

/** Asks about recordings until the time is used, and once at least. Answers with how many it is done. */
async function askAbout(
  db: Db,
  run: Enriching,
  { enricher, page, before, until }: Page,
): Promise<number> {
  const places = new Map(page.map((key, index) => [key, index]));
  let seen = 0;
  for (const question of await questionsOf(db, run, enricher, places)) {
    for await (const { keys, said } of answersTo(question)) {
      seen = 1 + (places.get(keys.at(-1) ?? "") ?? seen);
      await keep(db, run, { enricher, keys, said, done: before + seen });
      if (performance.now() > until) return seen;
    }
  }
  if (seen < page.length) await report(db, run, { enricher, done: before + page.length });
  return page.length;
}

/** What the language model is told is one person's, and so is what it says. */
const ownerOf = (run: Enriching, { needs }: Enricher) =>
  needs === "description" ? run.userId : null;

async function questionsOf(
  db: Db,
  run: Enriching,
  enricher: Enricher,
  places: ReadonlyMap<string, number>,
): Promise<Question[]> {
  const { source, version, atOnce } = enricher;
  const recordingKeys = await listUnenriched(db, {
    userId: ownerOf(run, enricher),
    recordingKeys: [...places.keys()],
    source,
    version,
    emptyBefore: new Date(Date.now() - ASK_AGAIN_DAYS * DAY_MS),
  });
  if (enricher.needs === "isrc") {
    const coded = recordingKeys.filter((key) => key.startsWith(ISRC_KEY));
    const rows = coded.map((key) => ({ key, track: { isrc: key.slice(ISRC_KEY.length) } }));
    return inChunks(rows, atOnce).map((some) => questionOf(some, enricher.enrich));
  }
  const described = await describeRecordings(db, { userId: run.userId, recordingKeys });
  const placeOf = ({ recordingKey }: { recordingKey: string }) => places.get(recordingKey) ?? 0;
  const inOrder = described.toSorted((one, other) => placeOf(one) - placeOf(other));
  const rows = inOrder.map(({ recordingKey, ...track }) => ({ key: recordingKey, track }));
  return inChunks(rows, atOnce).map((some) => questionOf(some, enricher.enrich));
}

const ISRC_KEY = "isrc:";

type Answered = { enricher: Enricher; keys: string[]; said: (Said | null)[]; done: number };

/** What cannot be used is kept as nothing, and asked again like nothing: else it were asked for ever. */
const NOTHING: Said = { categories: [], values: {} };

async function keep(db: Db, run: Enriching, { enricher, keys, said, done }: Answered) {
  const { source, version } = enricher;
  const at = new Date();
  const userId = ownerOf(run, enricher);
  const answers = keys.map((recordingKey, index) => ({
    ...{ userId, recordingKey, source, version, at },
    ...(said[index] ?? NOTHING),
  }));
  const unusable = keys.filter((_, index) => !said[index]).length;
  await db.transaction(async (tx) => {
    await writeEnrichments(tx, answers);
    await report(tx, run, { enricher, done, unusable });
  });
}

type Reported = { enricher: Enricher; done: number; unusable?: number };

function report(db: Db, run: Enriching, { enricher, done, unusable = 0 }: Reported) {
  const name = providerName(enricher.source);
  const message = `${name}: ${unusable} of the answers cannot be used.`;
  return reportProgress(db, {
    ...enrichmentJob(run),
    phase: `Asking ${name}`,
    done,
    ...(unusable > 0 && { line: { level: "warning" as const, message } }),
  });
}
