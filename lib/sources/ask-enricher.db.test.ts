import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { listSilentJobs } from "@/db/queries/jobs-control";
import { createUser, createWeek } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import type { Enricher } from "@/lib/enrichment/enricher";
import { askEnricher } from "./ask-enricher";
import { beginEnrichment } from "./begin-enrichment";
import { pauseEnrichment } from "./finish-enrichment";
import { requestEnrichment } from "./request-enrichment";
import { createSource } from "./testing/fetch-now";

const RECORDINGS = 12_000;

/** Asks for two recordings at a time, and notes how many times it was asked. */
function createEnricher() {
  const asked: number[] = [];
  const enricher: Enricher = {
    source: "musicbrainz",
    version: 1,
    needs: "isrc",
    atOnce: 2,
    enrich: async (tracks) => {
      asked.push(tracks.length);
      return tracks.map(() => ({ categories: ["techno"], values: {} }));
    },
  };
  return { asked, enricher };
}

/** A source of so many recordings that all but the last three have no ISRC. */
async function createLargeSource(tx: Db) {
  const { user, style } = await createWeek(tx);
  const wish = { kind: "style", subject: style.id, maxAgeMinutes: 60 } as const;
  const own = { sourceId: await createSource(tx, { ...wish, userId: user.id }), userId: user.id };
  await tx.execute(sql`delete from source_tracks`);
  await tx.execute(sql`
    insert into source_tracks (source_id, edition, position, recording_key, title)
    select ${own.sourceId}::uuid, 1, n,
      case when n > ${RECORDINGS - 3}::int then 'isrc:DEABC' || n else 'e' || n end, 'Track'
    from generate_series(1, ${RECORDINGS}::int) as n
  `);
  return own;
}

type Place = { after: string; done: number };
const start: Place = { after: "", done: 0 };

const jobOf = async (tx: Db) => {
  const [job] = await tx.execute(sql`
    select status, message, done, total from jobs where kind = 'enrichment'
  `);
  return job;
};

test("what needs no question is passed by in one step, however much it is", () =>
  withRollback(async (tx) => {
    const own = await createLargeSource(tx);
    const { asked, enricher } = createEnricher();
    const run = await beginEnrichment(tx, { ...own, runId: "run", enrichers: [enricher] });
    if (!run) throw new Error("there was nothing to ask about");
    const end = await askEnricher(tx, run, { enricher, after: "" });
    expect(end).toEqual({ after: `isrc:DEABC${RECORDINGS}`, done: RECORDINGS, more: false });
    expect(asked).toEqual([2, 1]);
    expect(await jobOf(tx)).toMatchObject({ done: RECORDINGS, total: RECORDINGS });
  }));

test("a step whose time is used asks once all the same, and the next one goes on behind that", () =>
  withRollback(async (tx) => {
    const own = await createLargeSource(tx);
    const { asked, enricher } = createEnricher();
    const run = await beginEnrichment(tx, { ...own, runId: "run", enrichers: [enricher] });
    if (!run) throw new Error("there was nothing to ask about");
    const steps = [];
    for (let after = "", more = true; more; ) {
      ({ after, more } = await askEnricher(tx, run, { enricher, after, stepMs: 0 }));
      steps.push(after);
    }
    expect(steps.slice(-2)).toEqual([`isrc:DEABC${RECORDINGS - 1}`, `isrc:DEABC${RECORDINGS}`]);
    expect(asked).toEqual([2, 1]);
  }));

test("an enrichment that pauses is found by the sweep", () =>
  withRollback(async (tx) => {
    const own = await createLargeSource(tx);
    const { enricher } = createEnricher();
    const begin = (runId: string) => beginEnrichment(tx, { ...own, runId, enrichers: [enricher] });
    const run = await begin("first");
    if (!run) throw new Error("there was nothing to ask about");
    await askEnricher(tx, run, { enricher, after: "", stepMs: 0 });
    await pauseEnrichment(tx, run);
    const silent = { kind: "enrichment", minutes: 5, limit: 10 } as const;
    expect(await listSilentJobs(tx, silent)).toEqual([]);
    await tx.execute(sql`update jobs set updated_at = now() - interval '6 minutes'`);
    const found = { subjectId: own.sourceId, userId: own.userId };
    expect(await listSilentJobs(tx, silent)).toEqual([found]);
  }));

test("over all pauses and tries each recording counts once, as it does when the source holds fewer by then", () =>
  withRollback(async (tx) => {
    const own = await createLargeSource(tx);
    await tx.execute(sql`
      delete from source_tracks where recording_key like 'e%' and position > 7
    `);
    const { enricher } = createEnricher();
    const [first, second] = [enricher, { ...enricher, version: 2 }];
    const begin = async () => {
      const runId = crypto.randomUUID();
      const run = await beginEnrichment(tx, { ...own, runId, enrichers: [first, second] });
      if (!run) throw new Error("there was nothing to ask about");
      return run;
    };
    const progress = async () => {
      const { done, total } = (await jobOf(tx)) ?? {};
      return `${done} of ${total}`;
    };
    const ask = (run: Awaited<ReturnType<typeof begin>>, asked: Enricher, place: Place) =>
      askEnricher(tx, run, { enricher: asked, ...place, stepMs: 0 });

    let run = await begin();
    await ask(run, first, start);
    await ask(run, first, start);
    expect(await progress()).toBe("10 of 20");
    await pauseEnrichment(tx, run);

    run = await begin();
    expect(await progress()).toBe("10 of 20");
    const { done } = await ask(run, first, start);
    expect(await progress()).toBe("10 of 20");
    await ask(run, second, { after: "", done });
    expect(await progress()).toBe("19 of 20");
    await pauseEnrichment(tx, run);

    await tx.execute(sql`delete from source_tracks where position <= 3`);
    run = await begin();
    expect(await progress()).toBe("19 of 19");
    await ask(run, first, start);
    await ask(run, second, { after: "", done: 7 });
    expect(await progress()).toBe("19 of 19");
  }));

test("an enrichment that can ask nobody, or about nothing, ends with the reason, and only its owner's", () =>
  withRollback(async (tx) => {
    const own = await createLargeSource(tx);
    const { enricher } = createEnricher();
    const begin = (enrichers: Enricher[], { userId } = own) =>
      beginEnrichment(tx, { ...own, userId, runId: crypto.randomUUID(), enrichers });
    await requestEnrichment(tx, own);
    const { id: stranger } = await createUser(tx);
    expect(await begin([enricher], { ...own, userId: stranger })).toBeNull();
    expect(await jobOf(tx)).toMatchObject({ status: "queued" });

    expect(await begin([])).toBeNull();
    const message = "Nobody is there to ask: MusicBrainz is not switched on.";
    expect(await jobOf(tx)).toMatchObject({ status: "failed", message });
    await tx.execute(sql`delete from jobs`);
    await requestEnrichment(tx, own);
    await tx.execute(sql`delete from sources`);
    expect(await begin([enricher])).toBeNull();
    const gone = { status: "failed", message: "The source is not there any more." };
    expect(await jobOf(tx)).toMatchObject(gone);
  }));
