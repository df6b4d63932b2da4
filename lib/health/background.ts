import { z } from "zod";

const PATIENCE_MS = 2_000;

/** The built-in engine says whether it knows the app; another server says only that it is up. */
const answer = z.object({ registered: z.boolean().optional() });

export type Background = "ready" | "unreachable" | "unregistered";

/** Asks the server at `INNGEST_BASE_URL` whether it can run the app's functions. */
export async function askBackground(baseUrl: string): Promise<Background> {
  const url = new URL("/health", baseUrl);
  const body = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), cache: "no-store" })
    .then((response) => (response.ok ? response.json() : null))
    .catch(() => null);
  const health = answer.safeParse(body);
  if (!health.success) return "unreachable";
  return health.data.registered === false ? "unregistered" : "ready";
}
