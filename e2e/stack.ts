import { createSay } from "@/scripts/lib/say.mjs";
import { startTestStack } from "@/scripts/lib/test-stack.mjs";

/**
 * Starts Clouder and tells where it is: `E2E_APP_URL`, `E2E_SANDBOX_URL`, and the data folder,
 * `E2E_DATA_DIR`. When the addresses are set already, what is there is used.
 */
export async function startStackOver(world: Record<string, string>) {
  if (process.env.E2E_APP_URL && process.env.E2E_SANDBOX_URL) return;
  const stack = await startTestStack({ purpose: "e2e", say: createSay(), settings: world });
  process.env.E2E_APP_URL = stack.appUrl;
  process.env.E2E_SANDBOX_URL = stack.sandboxUrl;
  process.env.E2E_DATA_DIR = stack.dataDir;
  return stack.stop;
}

/** The browser tests need a world that is quickly read. */
export default function startStack() {
  return startStackOver({ SANDBOX_SCALE: "0.4", SANDBOX_LIBRARY: "small" });
}
