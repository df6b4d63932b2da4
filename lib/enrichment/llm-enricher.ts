import "server-only";
import { z } from "zod";
import { providerName } from "@/lib/connections/provider";
import { env } from "@/lib/env";
import { governedFetch } from "@/lib/traffic/governed-fetch";
import { ProviderError } from "@/lib/traffic/provider-error";
import { readJson } from "@/lib/traffic/read-json";
import type { DescribedTrack, Enricher, Said } from "./enricher";
import { energies, moods } from "./enrichment";

const TRACKS_AT_ONCE = 10;
const MOST_CATEGORIES = 5;

const instructions = `You know electronic music. For each numbered track guess its energy and mood.
Answer with JSON only: {"tracks": [{"number": 1, "energy": …, "mood": …, "categories": […]}]}.
energy is one of ${energies.join(", ")}; mood is one of ${moods.join(", ")}; either is null when
unsure. categories are at most ${MOST_CATEGORIES} short lower-case words for its style.`;

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })),
});

const guesses = z.object({ tracks: z.array(z.unknown()) });

const guess = z.object({
  number: z.int(),
  energy: z.enum(energies).nullish(),
  mood: z.enum(moods).nullish(),
  categories: z
    .array(z.string().trim().toLowerCase().min(1).max(60))
    .max(MOST_CATEGORIES)
    .nullish()
    .transform((words) => [...new Set(words ?? [])]),
});

type Model = { url: string; key: string };
const CHAT = { provider: "llm", group: "chat" } as const;

async function ask({ url, key }: Model, tracks: readonly DescribedTrack[]): Promise<string> {
  const numbered = tracks.map((track, index) => ({ number: index + 1, ...track }));
  const { choices } = await governedFetch(
    {
      ...CHAT,
      lane: "background",
      url: new URL(url),
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({
        model: env.ENRICH_LLM_MODEL,
        temperature: 0,
        response_format: { type: "json_object" },
        messages: [
          { role: "system", content: instructions },
          { role: "user", content: JSON.stringify({ tracks: numbered }) },
        ],
      }),
      repeatable: true,
    },
    completion,
  );
  const content = choices[0]?.message.content;
  return content ?? refuse();
}

function refuse(): never {
  const message = `${providerName("llm")} does not answer what it is asked.`;
  throw new ProviderError({ ...CHAT, kind: "invalid", status: 200, message });
}

/** A refusal whose reason may be a track; what else keeps the model from answering passes. */
function refusalOf(error: unknown): null {
  const kind = error instanceof ProviderError ? error.kind : null;
  if (kind === "invalid" || kind === "malformed") return null;
  throw error;
}

/** What of an answer can be used, track by track; a number given twice says nothing. */
export function readGuesses(content: string, tracks: number): (Said | null)[] {
  const rows = guesses.safeParse(readJson(content)).data?.tracks ?? [];
  const read = rows.flatMap((row) => guess.safeParse(row).data ?? []);
  return Array.from({ length: tracks }, (_, index) => {
    const [only, another] = read.filter(({ number }) => number === index + 1);
    if (!only || another) return null;
    const { energy, mood, categories } = only;
    return { categories, values: { ...(energy && { energy }), ...(mood && { mood }) } };
  });
}

/** Guesses by a language model. It is a guess for the person whose tags it was told. */
export function llmEnricher(model: Model): Enricher {
  let hasAnswered = false;
  return {
    source: "llm",
    version: 1,
    needs: "description",
    atOnce: TRACKS_AT_ONCE,
    enrich: async (tracks) => {
      const content = await ask(model, tracks).catch(refusalOf);
      const isDoubtful = content === null && (tracks.length === 1 || !hasAnswered);
      // no track is the reason where a question about none is refused as well
      if (isDoubtful) await ask(model, []);
      hasAnswered = true;
      return content === null ? null : readGuesses(content, tracks.length);
    },
  };
}
