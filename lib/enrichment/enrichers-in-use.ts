import "server-only";
import { env } from "@/lib/env";
import type { Enricher } from "./enricher";
import { llmEnricher } from "./llm-enricher";
import { musicbrainzEnricher } from "./musicbrainz-enricher";

/** Whom this installation asks: those that are switched on by their settings. */
export function enrichersInUse(): Enricher[] {
  const { MUSICBRAINZ_CONTACT, ENRICH_LLM_URL: url, ENRICH_LLM_KEY: key } = env;
  return [
    ...(MUSICBRAINZ_CONTACT ? [musicbrainzEnricher] : []),
    ...(url && key ? [llmEnricher({ url, key })] : []),
  ];
}
