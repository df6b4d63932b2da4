import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { beatportOf } from "@/db/testing/beatport-says";
import { withRollback } from "@/db/testing/rollback";
import { nameTracks } from "./name-tracks";

test("a track that was there before is called what it would be called if it came now", () =>
  withRollback(async (tx) => {
    const { says } = await beatportOf(tx);
    const person = (id: number, name: string) => ({ id, name, slug: "a" });
    await says(1, { name: "Drift", artists: [person(901, "Ada"), person(902, "Bj\u00f8rn (UK)")] });
    await says(2, { name: "Drift", mix_name: "Noor Remix", remixers: [person(903, "Noor")] });
    await says(3, { name: "Drift", mix_name: null, isrc: null });
    const names = () =>
      tx.execute(sql`select beatport_id, name_key, updated_at from tracks order by 1`);
    const named = [...(await names())];
    await tx.execute(sql`update tracks set name_key = null`);
    expect(await nameTracks(tx)).toEqual({ more: false });
    expect([...(await names())]).toEqual(named);
    const own = sql`select name_key = recording_key as own from tracks where beatport_id = 3`;
    expect(await tx.execute(own)).toEqual([{ own: true }]);
  }));
