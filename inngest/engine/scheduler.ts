import { claimJobs } from "./claim-jobs";
import type { Engine } from "./engine";
import { fireDueTimers } from "./fire-timers";
import { performJob } from "./perform-job";
import { extendLeases, type Job, nextDue } from "./queue";

const LONGEST_SLEEP_MS = 30_000;
const AFTER_ERROR_MS = 1_000;

export interface Scheduler {
  /** Looks for work now. */
  wake(): void;
  /** Takes no more work and waits for the calls under way, up to a time. */
  stop(graceMs: number): Promise<void>;
}

interface Reachability {
  isReachable(): boolean;
  lost(): void;
}

/** Sleeps until something is due or somebody says that there is work; polls nothing. */
export function startScheduler(engine: Engine, app: Reachability): Scheduler {
  const { sql, settings, registry, log } = engine;
  const underWay = new Map<string, Promise<void>>();
  let alarm: NodeJS.Timeout | undefined;
  let heartbeat: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let wanted = false;
  let stopped = false;

  function wake() {
    wanted = true;
    looking ??= look().finally(() => {
      looking = null;
      // Somebody may have called in the moment between the last look and now.
      if (wanted && !stopped) wake();
    });
  }

  async function look() {
    clearTimeout(alarm);
    let sleepMs = LONGEST_SLEEP_MS;
    while (wanted && !stopped) {
      wanted = false;
      try {
        sleepMs = await lookOnce();
      } catch (error) {
        sleepMs = AFTER_ERROR_MS;
        log.error({ error }, "looking for work failed");
      }
    }
    if (!stopped) alarm = setTimeout(wake, sleepMs);
  }

  /** Yields the milliseconds until something falls due. */
  async function lookOnce(): Promise<number> {
    const claimedAt = await takeJobs();
    const { timerMs, jobMs } = await nextDue(sql, claimedAt);
    if (timerMs !== null && timerMs <= 0) {
      wanted = true;
      await fireDueTimers(sql, registry.functions(), (timer, error) =>
        log.error({ timer, error }, "a timer could not be fired"),
      );
    }
    return Math.max(0, Math.min(timerMs ?? Infinity, jobMs ?? Infinity, LONGEST_SLEEP_MS));
  }

  /** Yields the time of the claim; null when there was none, and the end of a call will wake us. */
  async function takeJobs(): Promise<string | null> {
    const slots = settings.concurrency - underWay.size;
    if (!app.isReachable() || slots <= 0) return null;
    const { leaseMs } = settings;
    const { jobs, at } = await claimJobs(sql, registry.functions(), { slots, leaseMs });
    for (const job of jobs) underWay.set(job.token, perform(job));
    if (underWay.size > 0) heartbeat ??= setInterval(beat, leaseMs / 3);
    return at;
  }

  async function perform(job: Job) {
    try {
      if (!(await performJob(engine, job))) app.lost();
    } catch (error) {
      log.error({ error, run: job.runId }, "a call could not be carried out");
    } finally {
      underWay.delete(job.token);
      wake();
    }
  }

  function beat() {
    if (underWay.size === 0) {
      clearInterval(heartbeat);
      heartbeat = undefined;
      return;
    }
    extendLeases(sql, [...underWay.keys()], settings.leaseMs).catch((error) =>
      log.error({ error }, "leases could not be extended"),
    );
  }

  async function stop(graceMs: number) {
    stopped = true;
    clearTimeout(alarm);
    await looking;
    const done = Promise.allSettled(underWay.values());
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise((resolve) => {
      timer = setTimeout(resolve, graceMs);
    });
    await Promise.race([done, grace]);
    clearTimeout(timer);
    clearInterval(heartbeat);
  }

  return { wake, stop };
}
