import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { claimUnenriched } from "@/db/queries/sources";
import { createWeek } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { enrichersInUse } from "@/lib/enrichment/enrichers-in-use";
import { beginEnrichment } from "./begin-enrichment";
import { failEnrichment, finishEnrichment } from "./finish-enrichment";
import { createSource } from "./testing/fetch-now";

const claim = (tx: Db) => claimUnenriched(tx, { days: 30, minutes: 5, limit: 10 });

/** As if so much time had passed since everything. */
const pass = (tx: Db, hours: number) => {
  const time = sql`make_interval(mins => ${hours * 60}::int)`;
  return tx.execute(sql`
    with j as (
      update jobs set finished_at = finished_at - ${time}, updated_at = updated_at - ${time}
    )
    update sources set announced_at = announced_at - ${time}, enriched_at = enriched_at - ${time}
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
