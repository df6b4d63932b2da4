import "server-only";
import type { z } from "zod";
import { env } from "@/lib/env";
import { governedFetch } from "@/lib/traffic/governed-fetch";
import type { Lane } from "@/lib/traffic/pace";
import { withBeatportToken } from "./token";

type BeatportRead = {
  /** With its trailing slash: without it Beatport redirects. */
  path: `/catalog/${string}/`;
  query: Record<string, string | number>;
  lane: Lane;
};

export function readBeatport<Schema extends z.ZodType>(
  { path, query, lane }: BeatportRead,
  schema: Schema,
): Promise<z.output<Schema>> {
  const url = new URL(`${env.BEATPORT_API_URL}${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));

  return withBeatportToken((token) =>
    governedFetch(
      {
        provider: "beatport",
        group: "catalog",
        lane,
        url,
        method: "GET",
        headers: { authorization: `Bearer ${token}` },
        repeatable: true,
      },
      schema,
    ),
  );
}
