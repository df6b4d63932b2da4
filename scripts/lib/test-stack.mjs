import { sandboxUrl, webAddress } from "./environments.mjs";
import { freePort } from "./free-port.mjs";
import { cleanEnvironment, temporaryFolder } from "./isolation.mjs";
import { readSettings } from "./settings.mjs";
import { createShutdown } from "./shutdown.mjs";
import { createStack } from "./stack.mjs";

/** All of Clouder over the sandbox, on free ports, with a data folder that goes away with it. */
export async function startTestStack({ purpose, say, settings: chosen = {} }) {
  const shutdown = createShutdown();
  const { folder, remove } = temporaryFolder(purpose);
  shutdown.add(remove);
  const env = cleanEnvironment({
    PORT: String(await freePort()),
    SANDBOX_PORT: String(await freePort()),
    ENGINE_PORT: String(await freePort()),
    WORKER_PORT: String(await freePort()),
    DATA_DIR: folder,
    NEXT_DIST_DIR: ".next-test",
    LOG_LEVEL: "debug",
    // A long wait is seen in seconds.
    PATIENCE_S: "4",
    ...chosen,
  });
  const settings = readSettings(env);
  const stack = createStack({
    settings,
    env,
    say,
    onFailure(error) {
      say(error.message);
    },
  });
  shutdown.add(stack.stop);
  try {
    await stack.start();
  } catch (error) {
    await shutdown.run();
    throw error;
  }
  return {
    appUrl: webAddress(settings),
    sandboxUrl: sandboxUrl(settings),
    dataDir: folder,
    stop: shutdown.run,
  };
}
