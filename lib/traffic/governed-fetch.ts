import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { z } from "zod";
import { db } from "@/db/client";
import { ALL_GROUPS, admitRequest, recordFailure, recordRefusal } from "@/db/queries/traffic";
import type { Provider } from "@/lib/connections/provider";
import { buckets, inFlight, type Lane, patienceMs, reserveOf } from "./limits";
import { WaitUntilError } from "./provider-error";
import { type GovernedRequest, type Refusal, sendRequest } from "./send-request";
import { slots } from "./slots";

const MAX_TRIES = 3;
const SHORT_WAIT_S = 60;
const QUOTA_WAIT_S = 3600;
const LONGEST_GUESS_S = 30;

const slotsOf = (lane: Lane) => ({
  spotify: slots(inFlight[lane]),
  beatport: slots(inFlight[lane]),
});
const inSlot: Record<Lane, Record<Provider, ReturnType<typeof slots>>> = {
  interactive: slotsOf("interactive"),
  background: slotsOf("background"),
};

/**
 * The only way out to a provider: sends when the shared bucket and cool-downs allow it, keeps the
 * ledger, waits out short refusals and repeats what is safe to repeat. It commits on its own
 * connection, so call it outside transactions. Throws `ProviderError` or `WaitUntilError`.
 */
export async function governedFetch<Schema extends z.ZodType>(
  request: GovernedRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  const { provider, group, lane } = request;
  const deadline = Date.now() + patienceMs[lane];

  let tries = 0;
  let refusals = 0;
  for (;;) {
    await untilAdmitted(request, deadline);
    const outcome = await inSlot[lane][provider](() => sendRequest(request, schema));
    if ("value" in outcome) return outcome.value;

    if ("refusal" in outcome) {
      refusals += 1;
      await recordRefusal(db, {
        provider,
        group,
        ...restAfter(group, outcome.refusal, refusals),
      });
      continue;
    }

    const { error } = outcome;
    if (error.transient) await recordFailure(db, { provider, group });
    tries += 1;
    if (!error.transient || !request.repeatable || tries === MAX_TRIES) throw error;
    await sleep(300 * 3 ** (tries - 1) * (0.5 + Math.random()));
  }
}

/** A spent quota and a long wait concern one group; a short one is the window all groups share. */
function restAfter(group: string, { retryAfterSeconds, reason }: Refusal, refusals: number) {
  const quota = reason === "QUOTA_EXCEEDED";
  const guess = quota ? QUOTA_WAIT_S : Math.min(2 ** (refusals - 1), LONGEST_GUESS_S);
  const seconds = retryAfterSeconds ?? guess;
  const scope = quota || seconds > SHORT_WAIT_S ? group : ALL_GROUPS;
  return { scope, seconds, reason: quota ? "quota" : "rate" };
}

async function untilAdmitted({ provider, group, lane }: GovernedRequest, deadline: number) {
  const bucket = buckets[provider];
  const reserve = reserveOf(lane, bucket);

  for (;;) {
    const turn = await admitRequest(db, { provider, group, ...bucket, reserve });
    if (turn.admitted) return;
    if (Date.now() + turn.waitMs > deadline) {
      const until = turn.coolingUntil ?? new Date(Date.now() + turn.waitMs);
      throw new WaitUntilError(provider, group, until);
    }
    await sleep(turn.waitMs + Math.random() * 50);
  }
}
