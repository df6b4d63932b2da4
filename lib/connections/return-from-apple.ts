import "server-only";
import type { Db } from "@/db/handle";
import { env } from "@/lib/env";
import { connectApple } from "./connect-apple";
import { isOwnState } from "./connect-state";
import { musicUserToken } from "./schema";

type Returned = {
  userId: string;
  /** What the address says. */
  state: string;
  token: string | null;
  /** What the browser kept. */
  proof: string;
  now: Date;
};

/** Connects who comes back from Apple's consent page; without the state they left with, nothing is kept. */
export async function returnFromApple(
  db: Db,
  { state, proof, token: given, ...asked }: Returned,
): ReturnType<typeof connectApple> {
  const token = musicUserToken.safeParse(given).data;
  const isOwn = isOwnState({ ...asked, state, proof, secret: env.TOKEN_KEY });
  return isOwn && token ? connectApple(db, { ...asked, token }) : { problem: "apple-denied" };
}
