import "server-only";
import type { z } from "zod";
import { env } from "@/lib/env";
import { governedFetch } from "@/lib/traffic/governed-fetch";

type MusicbrainzRead = { path: `/isrc/${string}`; query: Record<string, string> };

/** MusicBrainz wants to know whom to write to before it locks somebody out. */
const userAgent = () => `Clouder/1.0 ( ${env.MUSICBRAINZ_CONTACT ?? "no contact given"} )`;

export function readMusicbrainz<Schema extends z.ZodType>(
  { path, query }: MusicbrainzRead,
  schema: Schema,
): Promise<z.output<Schema>> {
  const url = new URL(`${env.MUSICBRAINZ_API_URL}${path}`);
  for (const [name, value] of Object.entries({ ...query, fmt: "json" })) {
    url.searchParams.set(name, value);
  }
  return governedFetch(
    {
      provider: "musicbrainz",
      group: "lookup",
      lane: "background",
      url,
      method: "GET",
      headers: { "user-agent": userAgent() },
      repeatable: true,
    },
    schema,
  );
}
