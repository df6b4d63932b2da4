import { expect, test } from "vitest";
import { startBackground } from "@/inngest/testing/background";
import { freePort } from "@/scripts/lib/free-port.mjs";

const enginePort = await freePort();
process.env.INNGEST_BASE_URL = `http://127.0.0.1:${enginePort}`;

test("the engine takes every function of the app", async () => {
  const { inngest } = await import("@/inngest/client");
  const { functions } = await import(".");
  const background = await startBackground({ client: inngest, functions, enginePort });
  const health = await fetch(`http://127.0.0.1:${enginePort}/health`);
  expect(await health.json()).toMatchObject({ registered: true });
  await background.close();
});
