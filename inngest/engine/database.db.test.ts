import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { connect, transact } from "./database";

const sql = connect(process.env.DATABASE_URL ?? "", () => {});
afterAll(() => sql.end());

// Postgres text holds neither NUL nor half a character.
const text = fc.string({ unit: "binary" }).filter((value) => !value.includes("\0"));

test("lists arrive as they were given, whatever their texts hold", async () => {
  const special = ["", "null", "NULL", '"', "\\", "{}", "a,b", " ", "🎧"];
  const item = fc.oneof(text, fc.constantFrom(...special), fc.constant(null));
  await fc.assert(
    fc.asyncProperty(fc.array(item), async (list) => {
      const [row] = await sql`select array_to_json(${list}::text[]) as list`;
      expect(row?.list).toEqual(list);
    }),
  );
});

test("a transaction that deadlocks is done again", async () => {
  await sql`create table counters (id int primary key, value int not null)`;
  await sql`insert into counters values (1, 0), (2, 0)`;
  let waiting = 0;
  const add = (first: number, second: number) => {
    let tried = false;
    return transact(sql, async (tx) => {
      await tx`update counters set value = value + 1 where id = ${first}`;
      waiting += 1;
      // Both hold their first row before either asks for its second one.
      while (!tried && waiting < 2) await tx`select pg_sleep(0.01)`;
      tried = true;
      await tx`update counters set value = value + 1 where id = ${second}`;
    });
  };
  await Promise.all([add(1, 2), add(2, 1)]);
  expect(await sql`select value from counters`).toEqual([{ value: 2 }, { value: 2 }]);
});

test("an error of the work itself rolls back and is not tried again", async () => {
  let tries = 0;
  const failing = transact(sql, async (tx) => {
    tries += 1;
    await tx`create table never (id int)`;
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(tries).toBe(1);
  expect(await sql`select to_regclass('never') as name`).toEqual([{ name: null }]);
});
