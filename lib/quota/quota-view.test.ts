import fc from "fast-check";
import { expect, test } from "vitest";
import { dayStart, type Ledger, ledgerStart, quotaOf, sumOf } from "./quota-view";

const now = new Date("2026-11-20T12:34:00Z");
const empty: Ledger = { now, usage: [], work: [], cooldowns: [], buckets: [] };
const hoursAgo = (hours: number) => new Date(Date.UTC(2026, 10, 20, 12) - hours * 3_600_000);
const asked = (hours: number, requests: number) => ({
  provider: "spotify" as const,
  group: "playlist-items",
  hour: hoursAgo(hours),
  requests,
  refused: 0,
  failed: 0,
});

test("a ledger with nothing in it shows nothing", () => {
  expect(quotaOf(empty)).toEqual({ providers: [], work: [], furtherWork: 0 });
});

test("the strip has 24 hours, the one we are in last, and the week counts what is older", () => {
  const usage = [asked(0, 1), asked(23, 20), asked(24, 300), asked(167, 4_000)];
  const [spotify] = quotaOf({ ...empty, usage }).providers;
  const [group] = spotify?.groups ?? [];
  expect(group?.hours).toHaveLength(24);
  expect(group?.hours.at(0)).toMatchObject({ from: hoursAgo(23).toISOString(), requests: 20 });
  expect(group?.hours.at(-1)).toMatchObject({ from: hoursAgo(0).toISOString(), requests: 1 });
  expect(group).toMatchObject({
    name: "Playlist items",
    day: { requests: 21 },
    week: { requests: 4_321 },
  });
  expect(ledgerStart(now)).toEqual(hoursAgo(167));
  expect(dayStart(now)).toEqual(hoursAgo(23));
});

test("no request is lost between the hours and the totals", () => {
  const row = fc.record({
    provider: fc.constantFrom("spotify" as const, "beatport" as const),
    group: fc.constantFrom("search", "catalog"),
    hour: fc.integer({ min: 0, max: 167 }).map(hoursAgo),
    requests: fc.nat(500),
    refused: fc.nat(5),
    failed: fc.nat(5),
  });
  fc.assert(
    fc.property(fc.array(row), (usage) => {
      const groups = quotaOf({ ...empty, usage }).providers.flatMap(({ groups }) => groups);
      expect(sumOf(groups.map(({ week }) => week))).toEqual(sumOf(usage));
      for (const { hours, day } of groups) expect(sumOf(hours)).toEqual(day);
    }),
  );
});

test("the allowed rate is never nothing, and says since when it is slower", () => {
  const bucket = { provider: "spotify" as const, group: "*", windowS: 30, inWindow: 7 };
  const paces = (share: number, requests: number) =>
    quotaOf({
      ...empty,
      usage: [asked(0, 1)],
      buckets: [{ ...bucket, requests, share, slowedAt: hoursAgo(1) }],
    }).providers[0]?.paces[0];
  expect(paces(1, 60)).toMatchObject({ name: "Everything", allowed: 60, slowedAt: null });
  expect(paces(0.7, 60)).toMatchObject({ allowed: 42, slowedAt: hoursAgo(1).toISOString() });
  expect(paces(0.1, 4)).toMatchObject({ allowed: 1 });
});

test("what rests is said with its reason, also when nothing was asked yet", () => {
  const until = hoursAgo(-1);
  const rest = (group: string, reason: string) => ({
    provider: "spotify" as const,
    group,
    reason,
    until,
  });
  const { providers } = quotaOf({
    ...empty,
    cooldowns: [rest("search", "quota"), rest("*", "rate")],
  });
  expect(providers[0]?.rests).toEqual([
    { name: "Search", reason: "Spotify's quota is spent", until: until.toISOString() },
    { name: "Everything", reason: "Spotify asked us to wait", until: until.toISOString() },
  ]);
});

test("a job is one row whatever groups it asked; the greatest first, the rest as a number", () => {
  const used = { provider: "spotify" as const, refused: 0, failed: 0, title: null };
  const work = [
    { ...used, group: "search", kind: "interactive", jobId: null, requests: 3 },
    { ...used, group: "playlists", kind: "mirror", jobId: "a", title: "Bronze", requests: 2 },
    { ...used, group: "playlist-items", kind: "mirror", jobId: "a", title: "Bronze", requests: 5 },
    ...Array.from({ length: 30 }, (_, job) => ({
      ...used,
      group: "search",
      kind: "sweep-matches",
      jobId: String(job),
      requests: 1,
    })),
  ];
  const quota = quotaOf({ ...empty, work });
  expect(quota.work).toHaveLength(20);
  expect(quota.furtherWork).toBe(12);
  expect(quota.work[0]).toMatchObject({
    title: "Bronze",
    requests: 7,
    kind: "Keeping a playlist in step",
  });
  expect(quota.work[1]).toMatchObject({ kind: "Somebody at the screen", title: null });
  expect(quota.work[2]).toMatchObject({ kind: "Sweep matches" });
});
