import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "./client";
import { transactionAgain } from "./transaction-again";

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

test("a transaction that gives way in a deadlock is done again", async () => {
  await db.execute(sql`create table counters (id int primary key, value int not null)`);
  await db.execute(sql`insert into counters values (1, 0), (2, 0)`);
  let holding = 0;
  const add = (first: number, second: number) => {
    let tried = false;
    return transactionAgain(db, async (tx) => {
      await tx.execute(sql`update counters set value = value + 1 where id = ${first}`);
      holding += 1;
      // both hold their first row before either asks for its second one
      while (!tried && holding < 2) await tx.execute(sql`select pg_sleep(0.01)`);
      tried = true;
      await tx.execute(sql`update counters set value = value + 1 where id = ${second}`);
    });
  };
  await Promise.all([add(1, 2), add(2, 1)]);
  const rows = await db.execute(sql`select value from counters`);
  expect([...rows]).toEqual([{ value: 2 }, { value: 2 }]);
});
