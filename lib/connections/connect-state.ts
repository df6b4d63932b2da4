import "server-only";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** How long a person may take to agree. */
export const STATE_LIFE_S = 600;

/** Where the browser keeps what belongs to the state; it is sent to the way back only. */
export const STATE_COOKIE = "clouder.connect-apple";
export const STATE_PATH = "/api/connections/apple";

type Bound = { userId: string; secret: string };

function proofOf(state: string, { userId, secret }: Bound): string {
  const key = createHmac("sha256", Buffer.from(secret, "base64")).update("clouder connect state");
  return createHmac("sha256", key.digest()).update(`${userId}:${state}`).digest("base64url");
}

/** A state to send along, and the proof that only the browser of the person who asked has. */
export function makeState({ now, ...bound }: Bound & { now: Date }) {
  const endsAt = Math.floor(now.getTime() / 1000) + STATE_LIFE_S;
  const state = `${randomBytes(24).toString("base64url")}.${endsAt}`;
  return { state, proof: proofOf(state, bound) };
}

/** Whether a state that came back was made for this person, in this browser, and not long ago. */
export function isOwnState({
  state,
  proof,
  now,
  ...bound
}: Bound & { state: string; proof: string; now: Date }): boolean {
  const endsAt = Number(state.split(".")[1]);
  const expected = Buffer.from(proofOf(state, bound));
  const given = Buffer.from(proof);
  const isProven = expected.length === given.length && timingSafeEqual(expected, given);
  return isProven && endsAt * 1000 > now.getTime();
}
