import postgres from "postgres";
import { afterAll, inject } from "vitest";

const server = inject("postgresServer");
const name = `t_${process.env.VITEST_POOL_ID ?? "0"}_${process.pid}_${Date.now().toString(36)}`;
const admin = () => postgres(`${server}/postgres`, { max: 1, onnotice: () => {} });

const creator = admin();
await creator.unsafe(`create database ${name} template clouder_template strategy file_copy`);
await creator.end();
process.env.DATABASE_URL = `${server}/${name}`;

afterAll(async () => {
  const { sqlClient } = await import("@/db/client");
  await sqlClient.end({ timeout: 1 });
  const dropper = admin();
  await dropper.unsafe(`drop database ${name} with (force)`);
  await dropper.end();
});
