import "server-only";
import type { z } from "zod";
import { env } from "@/lib/env";
import { governedFetch } from "@/lib/traffic/governed-fetch";
import type { Lane } from "@/lib/traffic/pace";
import { ProviderError } from "@/lib/traffic/provider-error";
import { withDeveloperToken } from "./developer";

type AppleGroup = "account" | "library" | "playlists" | "playlist-items" | "history";

type AppleRequest = {
  /** The user's. */
  token: string;
  lane?: Lane;
  group: AppleGroup;
  path: string;
  query?: Record<string, string | number>;
};

/**
 * Reads what Apple Music knows of a user. A refused user token is an `unauthorized` error, as other
 * providers have it; a refused developer token is `invalid`, and whoever runs Clouder has to act.
 */
export async function appleFetch<Schema extends z.ZodType>(
  { token, lane = "background", group, path, query }: AppleRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  const url = new URL(`${env.APPLE_API_URL}${path}`);
  for (const [name, value] of Object.entries(query ?? {})) {
    url.searchParams.set(name, String(value));
  }
  const ask = (developerToken: string) =>
    governedFetch(
      {
        provider: "apple",
        group,
        lane,
        url,
        method: "GET",
        headers: { authorization: `Bearer ${developerToken}`, "music-user-token": token },
        repeatable: true,
      },
      schema,
    );
  try {
    return await withDeveloperToken(ask);
  } catch (error) {
    throw error instanceof ProviderError ? sayWhoseToken(error) : error;
  }
}

/** Apple answers 401 about the developer's token, and 403 in its own words about the user's. */
function sayWhoseToken(error: ProviderError): ProviderError {
  const { provider, group, status, reason } = error;
  const of = { provider, group, status, reason };
  if (error.kind === "unauthorized") {
    const message =
      "Apple Music refuses the key of this Clouder. Whoever runs it finds APPLE_PRIVATE_KEY in .env.example.";
    return new ProviderError({ ...of, kind: "invalid", message }, { cause: error });
  }
  if (error.kind === "forbidden" && reason?.startsWith("403")) {
    const message = "Apple Music withdrew Clouder’s access.";
    return new ProviderError({ ...of, kind: "unauthorized", message }, { cause: error });
  }
  return error;
}
