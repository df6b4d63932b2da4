import { expect, test } from "vitest";
import { createUser, createWeek } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { apiVisitor } from "@/lib/testing/api-visitor";

test("a move sent again with its key is answered and not repeated", () =>
  withRollback(async (tx) => {
    const { user, categories, tracks, period } = await createWeek(tx);
    const { ask, announced } = await apiVisitor(tx, user);
    const [first, second] = categories;
    const key = crypto.randomUUID();
    const move = (categoryId: string | null | undefined, idempotencyKey?: string) =>
      ask("POST", `/curation/tracks/${tracks[0]?.id}/move`, {
        body: { categoryId },
        headers: idempotencyKey ? { "idempotency-key": `"${idempotencyKey}"` } : {},
      });
    const made = await (await move(first?.id, key)).json();
    expect(made).toMatchObject({ undoable: 1, placements: [{ categoryId: first?.id }] });
    expect(announced).toHaveLength(1);
    expect(await (await move(first?.id, key)).json()).toEqual(made);
    expect(await (await move(second?.id)).json()).toMatchObject({ undoable: 2 });

    const undone = await ask("POST", `/curation/periods/${period.id}/undo`);
    expect(await undone.json()).toMatchObject({
      undone: { kind: "moved", tracks: 1 },
      placements: [{ categoryId: first?.id }],
    });
    expect(await (await move(null)).json()).toMatchObject({ placements: [{ categoryId: null }] });
    const other = await ask("POST", `/curation/tracks/${tracks[1]?.id}/move`, {
      body: { categoryId: first?.id },
      headers: { "idempotency-key": key },
    });
    expect(other.status).toBe(409);
    expect((await move(first?.id, "again")).status).toBe(422);
  }));

test("a promotion that is refused says why, the same each time it is sent", () =>
  withRollback(async (tx) => {
    const { user, categories, tracks } = await createWeek(tx);
    const { ask, get } = await apiVisitor(tx, user);
    const track = `/curation/tracks/${tracks[0]?.id}`;
    const headers = { "idempotency-key": crypto.randomUUID() };
    for (const _ of [1, 2]) {
      const refused = await ask("POST", `${track}/promote`, { headers });
      expect(refused.status).toBe(409);
      expect((await refused.json()).detail).toBe("Sort it into a category first.");
    }
    await ask("POST", `${track}/move`, { body: { categoryId: categories[0]?.id } });
    const promoted = await (await ask("POST", `${track}/promote`)).json();
    expect(promoted).toMatchObject({ placements: [{ promoted: true }] });
    expect((await get("/jobs")).status).toBe(200);
  }));

test("the week, tracks and categories of another user are not there", () =>
  withRollback(async (tx) => {
    const { period, tracks, categories, style } = await createWeek(tx);
    const { ask, get } = await apiVisitor(tx, await createUser(tx));
    const track = `/curation/tracks/${tracks[0]?.id}`;
    const body = { categoryId: categories[0]?.id };
    const answers = [
      await get(`/curation/periods/${period.id}`),
      await get(`/curation/periods/${period.id}/tracks`),
      await ask("POST", `/curation/periods/${period.id}/undo`),
      await ask("POST", `${track}/move`, { body }),
      await ask("POST", `${track}/promote`),
      await ask("PATCH", `/categories/${categories[0]?.id}`, { body: { name: "Mine" } }),
      await ask("PUT", `/styles/${style.slug}/categories/order`, {
        body: { categoryIds: [categories[0]?.id] },
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect(await (await get("/curation/periods")).json()).toEqual({ items: [], nextCursor: null });
  }));
