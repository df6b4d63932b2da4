import { afterEach, expect, test, vi } from "vitest";

const settings = {
  MUSICBRAINZ_CONTACT: "dj@example.org",
  ENRICH_LLM_URL: "https://model.example/v1/chat/completions",
  ENRICH_LLM_KEY: "key",
};
type Setting = keyof typeof settings;

async function sourcesWith(...set: Setting[]) {
  for (const name of Object.keys(settings)) vi.stubEnv(name, undefined);
  for (const name of set) vi.stubEnv(name, settings[name]);
  vi.resetModules();
  const { enrichersInUse } = await import("./enrichers-in-use");
  return enrichersInUse().map(({ source }) => source);
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test("nobody is asked unless an installation says whom", async () => {
  expect(await sourcesWith()).toEqual([]);
  expect(await sourcesWith("MUSICBRAINZ_CONTACT")).toEqual(["musicbrainz"]);
});

test("a language model is there only with its address and its key", async () => {
  expect(await sourcesWith("ENRICH_LLM_URL")).toEqual([]);
  expect(await sourcesWith("ENRICH_LLM_KEY")).toEqual([]);
  expect(await sourcesWith("ENRICH_LLM_URL", "ENRICH_LLM_KEY")).toEqual(["llm"]);
});
