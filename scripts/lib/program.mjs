import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openLog } from "./log-file.mjs";
import { createFloodGate, noteworthy, readable } from "./log-lines.mjs";
import { spawnNode, stopChild } from "./node-child.mjs";
import { hasExited } from "./processes.mjs";
import { Refusal } from "./refusal.mjs";
import { restartDelay } from "./restarts.mjs";

const READY_WITHIN_MS = 90_000;
const TAIL_LINES = 12;

/** True when the address answers 2xx and the body passes. */
export async function answersAt(url, accept = () => true) {
  try {
    const headers = { connection: "close" };
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(5_000) });
    return response.ok && accept(await response.json());
  } catch {
    return false;
  }
}

/** Keeps what a program prints: all of it in a bounded log, the last lines for a report. */
export function createRecorder({ name, logs }) {
  const file = path.join(logs, `${name}.log`);
  const log = openLog(file);
  const tail = [];
  return {
    record(line) {
      log.write(`${line}\n`);
      if (readable(line) !== tail.at(-1)) tail.push(readable(line));
      if (tail.length > TAIL_LINES) tail.shift();
    },
    report: (headline) =>
      [headline, ...tail.map((line) => `  ${line}`), `Its log: ${file}`].join("\n"),
    close: log.close,
  };
}

/**
 * Runs a Node program and keeps it running: a stop after it was ready is followed by a restart,
 * with growing pauses, until it stops too often; then `onGiveUp` gets a Refusal with its last lines.
 */
export function createProgram({ name, args, env, isHealthy, logs, say, onGiveUp }) {
  const recorder = createRecorder({ name, logs });
  const show = createFloodGate((message) => say(`${name}: ${message}`));
  const stopTimes = [];
  const ending = new AbortController();
  let child = null;
  let ready = false;

  function onLine(line, stream) {
    recorder.record(line);
    const message = ready ? noteworthy(line, stream) : null;
    if (message) show(message);
  }

  function run() {
    const started = spawnNode(args, { env, onLine });
    started.once("close", (code, signal) => {
      if (ending.signal.aborted) recorder.close();
      else if (ready) void restart(signal ?? `exit code ${code}`);
    });
    child = started;
  }

  async function untilReady() {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!(await isHealthy())) {
      if (hasExited(child)) throw new Refusal(recorder.report(`The ${name} could not start.`));
      if (Date.now() > deadline) {
        throw new Refusal(recorder.report(`The ${name} did not become ready in time.`));
      }
      await sleep(50, null, { signal: ending.signal });
    }
  }

  async function restart(reason) {
    stopTimes.push(Date.now());
    const delay = restartDelay(stopTimes, Date.now());
    if (delay === null) {
      onGiveUp(new Refusal(recorder.report(`The ${name} stopped too often (${reason}).`)));
      return;
    }
    say(`${name} stopped (${reason}); starting it again in ${delay / 1000} s.`);
    try {
      await sleep(delay, null, { signal: ending.signal });
      run();
      await untilReady();
      say(`${name} is back.`);
    } catch (error) {
      if (!ending.signal.aborted && !hasExited(child)) onGiveUp(error);
    }
  }

  return {
    async start() {
      ending.signal.throwIfAborted();
      run();
      await untilReady();
      ready = true;
    },
    async stop() {
      ending.abort();
      if (child) await stopChild(child);
    },
  };
}
