import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { noteEnriched } from "@/db/queries/sources";
import { createStyle, createTrack, createUser } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { createSource } from "./testing/fetch-now";

test("a fetch that finds the same again has nobody look at its recordings anew; one that finds another does", () =>
  withRollback(async (tx) => {
    const { id: userId } = await createUser(tx);
    const { id: styleId } = await createStyle(tx);
    const { id: trackId } = await createTrack(tx, { styleId });
    const wish = { kind: "style", subject: styleId, maxAgeMinutes: 60, userId } as const;
    const sourceId = await createSource(tx, wish);
    await noteEnriched(tx, { sourceId, userId, edition: 1, enrichers: ["musicbrainz 1"] });
    await tx.execute(sql`update sources set updated_at = now() - interval '1 hour'`);
    const read = async () => {
      const [source] = await tx.execute(sql`
        select edition, total, updated_at = now() as changed, enriched_at is not null as enriched
        from sources where id = ${sourceId}::uuid
      `);
      return source;
    };

    await createSource(tx, wish);
    expect(await read()).toEqual({ edition: 2, total: 1, changed: false, enriched: true });
    await tx.execute(sql`update tracks set title = 'Other' where id = ${trackId}::uuid`);
    await createSource(tx, wish);
    expect(await read()).toEqual({ edition: 3, total: 1, changed: true, enriched: false });

    await tx.execute(sql`update sources set updated_at = now() - interval '1 hour'`);
    await createTrack(tx, { styleId });
    await createSource(tx, wish);
    expect(await read()).toMatchObject({ edition: 4, total: 2, changed: true });
  }));
