import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { listFacts } from "@/db/queries/rules-facts";
import { upsertStyles } from "@/db/queries/styles";
import { beatportOf } from "@/db/testing/beatport-says";
import { createCategory, createGoldenTrack, createUser } from "@/db/testing/factories";
import { LONG_AGO } from "@/db/testing/mixed-library";
import { withRollback } from "@/db/testing/rollback";
import { refresh } from "./testing/refresh";

const NEIGHBOUR = 2;

test("a refresh knows of renamed artists, labels and styles, of another label and of other credits, and asks no more than those", () =>
  withRollback(async (tx) => {
    const { style, says } = await beatportOf(tx);
    const { id: userId } = await createUser(tx);
    const category = await createCategory(tx, { userId, styleId: style.id });
    const artist = (id: number, name: string) => ({ artists: [{ id, name, slug: "a" }] });
    const release = (id: number, label: { id: number; name: string }) => ({
      release: { id, name: "Night Drive", slug: "n", label: { ...label, slug: "l" } },
    });
    const ada = artist(901, "Ada");
    const away = release(911, { id: 921, name: "Away" });
    const first = await says(1, { ...ada, ...away });
    const neighbour = { ...artist(902, "Bo"), ...release(912, { id: 922, name: "Beside" }) };
    const second = await says(NEIGHBOUR, neighbour);
    for (const trackId of [first, second]) {
      await createGoldenTrack(tx, { userId, categoryId: category.id, trackId });
    }
    // a transaction has one moment: what was said before is put where it is over
    const pass = async () => {
      for (const table of [
        "tracks",
        "releases",
        "labels",
        "artists",
        "styles",
        "user_categories",
      ]) {
        const name = sql.identifier(table);
        await tx.execute(sql`update ${name} set updated_at = ${LONG_AGO}::timestamptz`);
      }
      await tx.execute(sql`update golden_tracks set added_at = ${LONG_AGO}::timestamptz`);
    };
    await pass();
    await refresh(tx, { userId });
    expect(await refresh(tx, { userId })).toBe(0);

    const corrections: [what: string, raw: object, known: object][] = [
      ["an artist renamed", { ...artist(901, "Ada K"), ...away }, { artists: ["Ada K"] }],
      [
        "a label renamed",
        { ...artist(901, "Ada K"), ...release(911, { id: 921, name: "Home" }) },
        { label: "Home" },
      ],
      [
        "on another label",
        { ...artist(901, "Ada K"), ...release(911, { id: 923, name: "Third" }) },
        { label: "Third" },
      ],
      [
        "by another artist",
        { ...artist(903, "Cy"), ...release(911, { id: 923, name: "Third" }) },
        { artists: ["Cy"] },
      ],
    ];
    for (const [what, raw, known] of corrections) {
      await says(1, raw);
      expect(await refresh(tx, { userId }), what).toBe(1);
      const recordingKeys = ["isrc:QZDEM0000001"];
      expect(await listFacts(tx, { userId, recordingKeys }), what).toMatchObject([known]);
      await pass();
      expect(await refresh(tx, { userId }), what).toBe(0);
    }
    await upsertStyles(tx, [{ beatportId: 6, name: "Techno, raw", slug: style.slug }]);
    expect(await refresh(tx, { userId })).toBe(2);
    const facts = await listFacts(tx, { userId, recordingKeys: ["isrc:QZDEM0000002"] });
    expect(facts).toMatchObject([{ genres: ["Techno, raw"] }]);
  }));
