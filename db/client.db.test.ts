import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "./client";

const cutOwnConnection = sql`select pg_terminate_backend(pg_backend_pid())`;

test("a connection that dies inside a transaction fails that transaction and nothing else", async () => {
  const cut = db.transaction(async (tx) => {
    await tx.execute(sql`create table half (id int)`);
    await tx.execute(cutOwnConnection);
  });
  await expect(cut).rejects.toThrow();
  const rows = await db.execute(sql`select to_regclass('half') as half`);
  expect([...rows]).toEqual([{ half: null }]);
});

test("so does one that dies inside a transaction of a transaction", async () => {
  const cut = db.transaction(async (tx) => {
    await tx.transaction(async (inner) => {
      await inner.execute(cutOwnConnection);
    });
  });
  await expect(cut).rejects.toThrow();
  expect([...(await db.execute(sql`select 1 as alive`))]).toEqual([{ alive: 1 }]);
});

test("an error of the work itself rolls back and comes out as it is", async () => {
  const failing = db.transaction(async (tx) => {
    await tx.execute(sql`create table never (id int)`);
    throw new RangeError("no");
  });
  await expect(failing).rejects.toThrow(RangeError);
  const rows = await db.execute(sql`select to_regclass('never') as never`);
  expect([...rows]).toEqual([{ never: null }]);
});

test("a transaction inside a transaction can fail alone", async () => {
  const kept = await db.transaction(async (tx) => {
    await tx.execute(sql`create temporary table kept (id int) on commit drop`);
    await tx
      .transaction(async (inner) => {
        await inner.execute(sql`insert into kept values (1)`);
        throw new Error("only this part");
      })
      .catch(() => {});
    await tx.execute(sql`insert into kept values (2)`);
    return tx.execute(sql`select id from kept`);
  });
  expect([...kept]).toEqual([{ id: 2 }]);
});
