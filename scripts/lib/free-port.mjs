import { randomInt } from "node:crypto";
import net from "node:net";

/**
 * Where ports are looked for: below those that Linux (32768), macOS and Windows (49152) hand out by themselves.
 * A port of theirs can be somebody's outgoing connection before the program it was meant for listens.
 */
const FIRST = 20_000;
const BEHIND_LAST = 32_000;
const MAX_TRIES = 100;

const given = new Set();

const isFree = (port) =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });

/**
 * A port that nothing listens on, and that this process was not given before.
 * @returns {Promise<number>}
 */
export async function freePort() {
  for (let tried = 0; tried < MAX_TRIES; tried += 1) {
    const port = randomInt(FIRST, BEHIND_LAST);
    if (given.has(port)) continue;
    given.add(port);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port was found between ${FIRST} and ${BEHIND_LAST}.`);
}
