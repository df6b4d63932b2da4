import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { claimUnenriched, findSource } from "@/db/queries/sources";
import { createUser, createWeek } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { type Enricher, versionOf } from "@/lib/enrichment/enricher";
import { enrichersInUse } from "@/lib/enrichment/enrichers-in-use";
import { beginEnrichment } from "./begin-enrichment";
import { failEnrichment, finishEnrichment, stopEnrichment } from "./finish-enrichment";
import { createSource } from "./testing/fetch-now";

const claim = (tx: Db, enrichers = enrichersInUse().map(versionOf)) =>
  claimUnenriched(tx, { enrichers, days: 30, minutes: 5, limit: 10 });

/** As if so much time had passed since everything. */
const pass = (tx: Db, hours: number) => {
  const time = sql`make_interval(mins => ${hours * 60}::int)`;
  return tx.execute(sql`
    with j as (
      update jobs set finished_at = finished_at - ${time}, updated_at = updated_at - ${time}
    )
    update sources set announced_at = announced_at - ${time}, enriched_at = enriched_at - ${time},
      enrichment_stopped_at = enrichment_stopped_at - ${time}
  `);
};

test("what failed comes round after an hour, after each further failure twice as late, and within a day", () =>
  withRollback(async (tx) => {
    const { user, style } = await createWeek(tx);
    const wish = { kind: "style", subject: style.id, maxAgeMinutes: 60 } as const;
    const sourceId = await createSource(tx, { ...wish, userId: user.id });
    const own = { sourceId, userId: user.id };
    const begin = () =>
      beginEnrichment(tx, { ...own, runId: crypto.randomUUID(), enrichers: enrichersInUse() });
    for (const hours of [1, 2, 4, 8, 16, 24, 24]) {
      const run = await begin();
      if (!run) throw new Error("there was nobody to ask");
      await failEnrichment(tx, { ...run, problem: "MusicBrainz does not answer." });
      await pass(tx, hours - 0.1);
      expect(await claim(tx), `${hours} hours`).toEqual([]);
      await pass(tx, 0.2);
      expect(await claim(tx), `${hours} hours`).toEqual([own]);
    }
    const run = await begin();
    if (!run) throw new Error("there was nobody to ask");
    await finishEnrichment(tx, run);
    await pass(tx, 24);
    expect(await claim(tx)).toEqual([]);
    await pass(tx, 30 * 24);
    expect(await claim(tx)).toEqual([own]);
  }));

test("failures before an enrichment that came to its end count no more, also when the source was fetched since", () =>
  withRollback(async (tx) => {
    const { user, style } = await createWeek(tx);
    const wish = { kind: "style", subject: style.id, maxAgeMinutes: 60 } as const;
    const own = { sourceId: await createSource(tx, { ...wish, userId: user.id }), userId: user.id };
    const end = async (problem?: string) => {
      const enrichers = enrichersInUse();
      const run = await beginEnrichment(tx, { ...own, runId: crypto.randomUUID(), enrichers });
      if (!run) throw new Error("there was nobody to ask");
      if (problem) await failEnrichment(tx, { ...run, problem });
      else await finishEnrichment(tx, run);
      await pass(tx, 1);
    };
    for (let failures = 0; failures < 5; failures += 1) await end("MusicBrainz does not answer.");
    await end();
    await tx.execute(sql`update sources set enriched_at = null`);
    await end("MusicBrainz does not answer.");
    await pass(tx, 0.1);
    expect(await claim(tx)).toEqual([own]);
  }));

/** A person's source of a style, and the enrichment of it by some enrichers from begin to end. */
async function createEnriched(tx: Db) {
  const { user, style } = await createWeek(tx);
  const wish = { kind: "style", subject: style.id, maxAgeMinutes: 60 } as const;
  const own = { sourceId: await createSource(tx, { ...wish, userId: user.id }), userId: user.id };
  const enrich = async (enrichers: readonly Enricher[]) => {
    const run = await beginEnrichment(tx, { ...own, runId: crypto.randomUUID(), enrichers });
    if (!run) throw new Error("there was nobody to ask");
    await finishEnrichment(tx, run);
  };
  return { own, enrich };
}

test("an enrichment that is stopped rests for a month, and says of nothing that it was asked", () =>
  withRollback(async (tx) => {
    const { own, enrich } = await createEnriched(tx);
    await stopEnrichment(tx, { ...own, userId: (await createUser(tx)).id });
    await pass(tx, 1);
    expect(await claim(tx)).toEqual([own]);
    await stopEnrichment(tx, own);
    expect(await findSource(tx, own)).toMatchObject({ enrichedAt: null });
    await pass(tx, 29 * 24);
    expect(await claim(tx)).toEqual([]);
    await pass(tx, 2 * 24);
    expect(await claim(tx)).toEqual([own]);

    await enrich(enrichersInUse());
    const before = await findSource(tx, own);
    await stopEnrichment(tx, own);
    expect(await findSource(tx, own)).toMatchObject({ enrichedAt: before?.enrichedAt });
  }));

test("a source comes round when an enricher is new or raised, and not when one is switched off", () =>
  withRollback(async (tx) => {
    const { own, enrich } = await createEnriched(tx);
    const [musicbrainz] = enrichersInUse();
    if (!musicbrainz) throw new Error("there was nobody to ask");
    const llm: Enricher = { ...musicbrainz, source: "llm" };
    const raised = { ...musicbrainz, version: 2 };
    const isDue = async (...enrichers: Enricher[]) => {
      await pass(tx, 1);
      return (await claim(tx, enrichers.map(versionOf))).length > 0;
    };
    await enrich([musicbrainz]);
    expect(await isDue(musicbrainz)).toBe(false);
    expect(await isDue(musicbrainz, llm)).toBe(true);
    await enrich([musicbrainz, llm]);
    expect(await isDue(llm, musicbrainz)).toBe(false);
    expect(await isDue(musicbrainz)).toBe(false);
    expect(await isDue(raised, llm)).toBe(true);
    await enrich([raised, llm]);
    expect(await isDue(raised, llm)).toBe(false);
    expect(await findSource(tx, own)).not.toMatchObject({ enrichedAt: null });
  }));
