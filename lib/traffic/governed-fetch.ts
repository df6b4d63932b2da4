import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { z } from "zod";
import { db } from "@/db/client";
import { ALL_GROUPS, admitRequest, recordFailure, recordRefusal } from "@/db/queries/admission";
import type { Provider } from "@/lib/connections/provider";
import { env } from "@/lib/env";
import { currentWork } from "@/lib/jobs/work-context";
import { jitterGauge } from "./jitter";
import { inFlight, limits, patienceMs } from "./limits";
import type { Lane } from "./pace";
import { WaitUntilError } from "./provider-error";
import { type GovernedRequest, type Outcome, type Refusal, sendRequest } from "./send-request";
import { sharedReads } from "./shared-reads";
import { slots } from "./slots";

const MAX_TRIES = 3;
const QUOTA_WAIT_S = 3600;
const LONGEST_GUESS_S = 30;

const slotsOf = (lane: Lane) => ({
  spotify: slots(inFlight(lane, limits.spotify)),
  beatport: slots(inFlight(lane, limits.beatport)),
  apple: slots(inFlight(lane, limits.apple)),
  musicbrainz: slots(inFlight(lane, limits.musicbrainz)),
  llm: slots(inFlight(lane, limits.llm)),
});
const inSlot: Record<Lane, Record<Provider, ReturnType<typeof slots>>> = {
  interactive: slotsOf("interactive"),
  background: slotsOf("background"),
};
/** Requests of one group ask for their turn one after the other: who came later does not pass who waits. */
const lines = new Map<string, ReturnType<typeof slots>>();
const shareRead = sharedReads();
const jitterOf: Record<Provider, ReturnType<typeof jitterGauge>> = {
  spotify: jitterGauge(2000 * limits.spotify.windowS),
  beatport: jitterGauge(2000 * limits.beatport.windowS),
  apple: jitterGauge(2000 * limits.apple.windowS),
  musicbrainz: jitterGauge(2000 * limits.musicbrainz.windowS),
  llm: jitterGauge(2000 * limits.llm.windowS),
};

/**
 * The only way out to a provider: sends when the shared bucket and cool-downs allow it, keeps the
 * ledger, waits out short refusals and repeats what is safe to repeat. Equal reads under way share
 * an answer. It commits on its own connection, so call it outside transactions. Throws
 * `ProviderError` or `WaitUntilError`.
 */
export function governedFetch<Schema extends z.ZodType>(
  request: GovernedRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  if (request.method !== "GET") return untilAnswered(request, schema);
  const key = `${request.lane} ${ownerOf(request)} ${request.url}`;
  return shareRead(key, schema, () => untilAnswered(request, schema));
}

/** Whose tokens are used: a person's own, or the application's. Nobody is given another one's answer. */
const ownerOf = ({ headers }: GovernedRequest) =>
  [headers?.authorization, headers?.["music-user-token"]].join(" ");

async function untilAnswered<Schema extends z.ZodType>(
  request: GovernedRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  const { group, lane } = request;
  const deadline = Date.now() + patienceMs[lane];
  const asking = askingOf(request);

  let tries = 0;
  let refusals = 0;
  for (;;) {
    const sent = await sendInTurn(request, schema, deadline);
    if ("value" in sent) return sent.value;

    if ("refusal" in sent) {
      refusals += 1;
      const { elapsedMs } = sent;
      await recordRefusal(db, {
        ...asking,
        ...restAfter(group, sent.refusal, refusals),
        elapsedMs,
      });
      continue;
    }

    const { error } = sent;
    if (error.transient) await recordFailure(db, { ...asking, limit: limits[asking.provider] });
    tries += 1;
    const waitedEnough = lane === "interactive" && Date.now() > deadline;
    const last = tries === MAX_TRIES || waitedEnough;
    if (!error.transient || !request.repeatable || last) throw error;
    await sleep(env.RETRY_PAUSE_MS * 3 ** (tries - 1) * (0.5 + Math.random()));
  }
}

function askingOf({ provider, group }: GovernedRequest) {
  const work = currentWork() ?? { kind: "interactive", jobId: null };
  return { provider, group, work };
}

/** A spent quota and a long wait concern one group; a short one is the window all groups share. */
function restAfter(group: string, { retryAfterSeconds, reason }: Refusal, refusals: number) {
  const quota = reason === "QUOTA_EXCEEDED";
  const guess = quota ? QUOTA_WAIT_S : Math.min(2 ** (refusals - 1), LONGEST_GUESS_S);
  const seconds = retryAfterSeconds ?? guess;
  const scope = quota || seconds > env.PATIENCE_S ? group : ALL_GROUPS;
  return { scope, seconds, reason: quota ? ("quota" as const) : ("rate" as const) };
}

type Sent<T> = Outcome<T> & { elapsedMs: number };

/**
 * A slot is taken before the turn, so that an admitted request leaves at once and the window holds
 * at the provider too. While its group rests a request gives the slot back: others may go on.
 */
async function sendInTurn<Schema extends z.ZodType>(
  request: GovernedRequest,
  schema: Schema,
  deadline: number,
): Promise<Sent<z.output<Schema>>> {
  const { provider, lane } = request;
  for (;;) {
    const outcome = await inSlot[lane][provider](async () => {
      const turn = await inLine(request, () => untilAdmitted(request, deadline));
      if ("restMs" in turn) return turn;
      const sent = await sendRequest(request, schema);
      const now = performance.now();
      const elapsedMs = now - turn.askedAt;
      jitterOf[provider].add(elapsedMs, now);
      return { ...sent, elapsedMs };
    }, ownerOf(request));
    if (!("restMs" in outcome)) return outcome;
    await sleep(outcome.restMs);
  }
}

function inLine<T>(request: GovernedRequest, body: () => Promise<T>): Promise<T> {
  const key = `${request.provider} ${request.lane} ${request.group}`;
  const line = lines.get(key) ?? slots(1);
  lines.set(key, line);
  return line(body, ownerOf(request));
}

/** When the turn was asked for that is given, or how long to rest without a slot before asking again. */
async function untilAdmitted(
  request: GovernedRequest,
  deadline: number,
): Promise<{ askedAt: number } | { restMs: number }> {
  const { provider, group, lane } = request;
  for (;;) {
    const askedAt = performance.now();
    const jitterMs = jitterOf[provider].read(askedAt);
    const turn = await admitRequest(db, {
      ...askingOf(request),
      lane,
      limit: limits[provider],
      jitterMs,
    });
    if (turn.admitted) return { askedAt };
    if (Date.now() + turn.waitMs > deadline) {
      const until = turn.coolingUntil ?? new Date(Date.now() + turn.waitMs);
      throw new WaitUntilError(provider, group, until);
    }
    if (turn.coolingUntil) return { restMs: turn.waitMs };
    await sleep(turn.waitMs);
  }
}
