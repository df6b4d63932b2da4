import { createSay } from "@/scripts/lib/say.mjs";
import { startTestStack } from "@/scripts/lib/test-stack.mjs";

/**
 * Starts Clouder for the browser tests and tells them where: `E2E_APP_URL`, `E2E_SANDBOX_URL`, and
 * the data folder, `E2E_DATA_DIR`.
 * When the addresses are set already, the tests run against what is there.
 */
export default async function startStack() {
  if (process.env.E2E_APP_URL && process.env.E2E_SANDBOX_URL) return;
  const settings = { SANDBOX_SCALE: "0.4" };
  const stack = await startTestStack({ purpose: "e2e", say: createSay(), settings });
  process.env.E2E_APP_URL = stack.appUrl;
  process.env.E2E_SANDBOX_URL = stack.sandboxUrl;
  process.env.E2E_DATA_DIR = stack.dataDir;
  return stack.stop;
}
