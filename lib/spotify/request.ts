import "server-only";
import type { z } from "zod";
import { env } from "@/lib/env";
import { governedFetch } from "@/lib/traffic/governed-fetch";
import type { Lane } from "@/lib/traffic/pace";
import type { GovernedRequest } from "@/lib/traffic/send-request";

/** Endpoints that share a quota, as far as is known. */
type SpotifyGroup =
  | "search"
  | "playlists"
  | "playlist-items"
  | "top"
  | "player"
  | "library"
  | "following";

/** Who asks, and how urgently. */
export type SpotifyCaller = { token: string; lane?: Lane };

type SpotifyRequest = SpotifyCaller & {
  group: SpotifyGroup;
  method?: GovernedRequest["method"];
  path: string;
  query?: Record<string, string | number | undefined>;
  json?: unknown;
  /** Said of writes that may be sent twice; reads always may. */
  repeatable?: boolean;
};

export function spotifyFetch<Schema extends z.ZodType>(
  {
    token,
    lane = "background",
    group,
    method = "GET",
    path,
    query,
    json,
    repeatable,
  }: SpotifyRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  const url = new URL(`${env.SPOTIFY_API_URL}${path}`);
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  const headers: Record<string, string> = { authorization: `Bearer ${token}` };
  if (json !== undefined) headers["content-type"] = "application/json";

  return governedFetch(
    {
      provider: "spotify",
      group,
      lane,
      url,
      method,
      headers,
      body: json === undefined ? undefined : JSON.stringify(json),
      repeatable: repeatable ?? method === "GET",
    },
    schema,
  );
}
