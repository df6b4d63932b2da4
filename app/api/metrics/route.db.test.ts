import { expect, test, vi } from "vitest";

const TOKEN = "a-token-for-the-scraper";

async function scrape(authorization?: string) {
  const { GET } = await import("./route");
  const headers = authorization === undefined ? undefined : { authorization };
  return GET(new Request("http://127.0.0.1/api/metrics", { headers }));
}

test("without a configured token there is no such address", async () => {
  expect((await scrape(`Bearer ${TOKEN}`)).status).toBe(404);
});

test("with one, only its holder reads, and what is read is Prometheus' format", async () => {
  process.env.METRICS_TOKEN = TOKEN;
  vi.resetModules();
  expect((await scrape()).status).toBe(401);
  expect((await scrape("Bearer a-token-for-somebody-else")).status).toBe(401);

  const answer = await scrape(`Bearer ${TOKEN}`);
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await answer.text();
  expect(text).toMatch(/^clouder_mirrors_behind \d+$/m);
  expect(text).toMatch(/^process_resident_memory_bytes\{app="web"\} \d+$/m);
  for (const line of text.trim().split("\n")) {
    expect(line).toMatch(/^(# (HELP|TYPE) \S+ .+|[a-z_]\w*(\{.*\})? \S+|)$/);
  }
});
