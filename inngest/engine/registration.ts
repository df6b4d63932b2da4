import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { AppClient } from "./app-client";
import { RefusedRegistration } from "./function-config";
import type { Registry } from "./registry";

const RETRY_MS = 500;
const RECENT_MS = 1_000;
const PATIENCE_MS = 3_000;

type State = "unreachable" | "refused" | "registered";

export interface Registration {
  state(): State;
  /** Why the app's functions are not registered. */
  problems(): string[];
  isReachable(): boolean;
  /** A call could not be made: calls wait until the app answers again. */
  lost(): void;
  /** Asks the app for its functions, unless it has just answered; waits for the answer a while. */
  refresh(): Promise<void>;
  stop(): Promise<void>;
}

/** Asks the app for its functions until it answers, and from then on now and again. */
export function startRegistration(
  {
    app,
    registry,
    log,
    syncMs,
  }: { app: AppClient; registry: Registry; log: Logger; syncMs: number },
  onReachable: () => void,
): Registration {
  let state: State = "unreachable";
  let problems: string[] = ["The app has not answered yet"];
  let inquiry: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let inquiredAt = 0;
  let stopped = false;

  function sync() {
    inquiry ??= inquire().finally(() => {
      inquiry = null;
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(sync, state === "unreachable" ? RETRY_MS : syncMs);
    });
    return inquiry;
  }

  async function inquire() {
    inquiredAt = Date.now();
    let configs: { id: string }[];
    try {
      configs = await app.sync();
    } catch (error) {
      return become("unreachable", [error instanceof Error ? error.message : String(error)]);
    }
    try {
      const changed = await registry.save(configs);
      const functions = registry.functions().size;
      if (changed || state !== "registered") log.info({ functions }, "the app is registered");
      become("registered", []);
    } catch (error) {
      if (error instanceof RefusedRegistration) become("refused", error.problems);
      else log.error({ error }, "the app's functions could not be stored");
    }
  }

  function become(next: State, reasons: string[]) {
    const before = state;
    const news = next !== state || reasons.join() !== problems.join();
    state = next;
    problems = reasons;
    if (news && next === "refused") log.error({ problems }, "the app's functions are refused");
    if (news && next === "unreachable") log.warn({ problems }, "the app cannot be called");
    if (before === "unreachable" && next !== "unreachable") onReachable();
  }

  void sync();
  return {
    state: () => state,
    problems: () => problems,
    isReachable: () => state !== "unreachable",
    async refresh() {
      if (!inquiry && Date.now() - inquiredAt < RECENT_MS) return;
      await Promise.race([sync(), sleep(PATIENCE_MS, undefined, { ref: false })]);
    },
    lost() {
      if (state === "unreachable" || stopped) return;
      become("unreachable", ["A call did not reach the app"]);
      void sync();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await inquiry;
    },
  };
}
