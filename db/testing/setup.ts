import postgres from "postgres";
import { afterAll, inject } from "vitest";

const server = inject("postgresServer");
const name = `t_${process.env.VITEST_POOL_ID ?? "0"}_${process.pid}_${Date.now().toString(36)}`;
const creator = postgres(`${server}/postgres`, { max: 1, onnotice: () => {} });
await creator.unsafe(`create database ${name} template clouder_template strategy wal_log`);
await creator.end();
process.env.DATABASE_URL = `${server}/${name}`;

afterAll(async () => {
  const { sqlClient } = await import("@/db/client");
  // the database goes with its cluster: to drop it now would write everybody's pages to the disk
  await sqlClient.end({ timeout: 1 });
});
