import { createHash, timingSafeEqual } from "node:crypto";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Whether an `Authorization` header carries the token; how long the answer takes tells nothing of it. */
export const carriesToken = (authorization: string | null, token: string) =>
  timingSafeEqual(digest(authorization ?? ""), digest(`Bearer ${token}`));
