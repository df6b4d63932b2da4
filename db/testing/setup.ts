import postgres from "postgres";
import { afterAll, inject } from "vitest";

const server = inject("postgresServer");
const name = `t_${process.env.VITEST_POOL_ID ?? "0"}_${process.pid}_${Date.now().toString(36)}`;

async function administer(statement: string) {
  const admin = postgres(`${server}/postgres`, { max: 1, onnotice: () => {} });
  await admin.unsafe(statement);
  await admin.end();
}

await administer(`create database ${name} template clouder_template strategy file_copy`);
process.env.DATABASE_URL = `${server}/${name}`;

afterAll(async () => {
  const { sqlClient } = await import("@/db/client");
  await sqlClient.end({ timeout: 1 });
  await administer(`drop database ${name} with (force)`);
});
