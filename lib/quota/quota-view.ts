import { type Provider, providerName, providers } from "@/lib/connections/provider";
import type { JobKind } from "@/lib/jobs/status";

const HOUR_MS = 3_600_000;
const HOURS_SHOWN = 24;
const DAYS_COUNTED = 7;
const MOST_WORK = 20;

export type Used = { requests: number; refused: number; failed: number };
type Row = Used & { provider: Provider; group: string };

/** What the ledger, the cool-downs and the buckets hold; moments as the database has them. */
export type Ledger = {
  now: Date;
  usage: readonly (Row & { hour: Date })[];
  work: readonly (Row & { kind: string; jobId: string | null; title: string | null })[];
  cooldowns: readonly {
    provider: Provider;
    group: string;
    reason: string | null;
    until: Date;
  }[];
  buckets: readonly {
    provider: Provider;
    group: string;
    requests: number;
    windowS: number;
    share: number;
    inWindow: number;
    slowedAt: Date | null;
  }[];
};

/** An hour that began at this moment. */
export type HourUsed = Used & { from: string };
export type GroupQuota = { group: string; name: string; hours: HourUsed[]; day: Used; week: Used };
export type Rest = { name: string; reason: string; until: string };
export type Pace = {
  name: string;
  configured: number;
  /** Less than configured after refusals. */
  allowed: number;
  windowS: number;
  inWindow: number;
  slowedAt: string | null;
};
export type ProviderQuota = {
  provider: Provider;
  name: string;
  paces: Pace[];
  rests: Rest[];
  groups: GroupQuota[];
};
/** `title` is null for work without a job, and for other people's jobs. */
export type WorkUsed = Used & { key: string; provider: string; kind: string; title: string | null };
export type Quota = { providers: ProviderQuota[]; work: WorkUsed[]; furtherWork: number };

const none: Used = { requests: 0, refused: 0, failed: 0 };

export const sumOf = (rows: readonly Used[]): Used =>
  rows.reduce<Used>(
    (sum, row) => ({
      requests: sum.requests + row.requests,
      refused: sum.refused + row.refused,
      failed: sum.failed + row.failed,
    }),
    none,
  );

/** Where usage has to begin so that every hour shown is whole. */
export const ledgerStart = (now: Date) => new Date(hourOf(now) - (DAYS_COUNTED * 24 - 1) * HOUR_MS);

const hourOf = (moment: Date) => Math.floor(moment.getTime() / HOUR_MS) * HOUR_MS;

/** Where the day that is shown begins: the hour we are in is its last. */
export const dayStart = (now: Date) => new Date(hourOf(now) - (HOURS_SHOWN - 1) * HOUR_MS);

export function quotaOf(ledger: Ledger): Quota {
  const rows = workOf(ledger);
  return {
    providers: providers
      .map((provider) => providerOf(provider, ledger))
      .filter(({ groups, rests }) => groups.length > 0 || rests.length > 0),
    work: rows.slice(0, MOST_WORK),
    furtherWork: Math.max(0, rows.length - MOST_WORK),
  };
}

function providerOf(provider: Provider, { now, usage, cooldowns, buckets }: Ledger): ProviderQuota {
  const own = usage.filter((row) => row.provider === provider);
  const groups = [...new Set(own.map(({ group }) => group))].sort();
  return {
    provider,
    name: providerName(provider),
    groups: groups
      .map((group) => groupOf(group, { now, rows: own.filter((row) => row.group === group) }))
      .sort((a, b) => b.week.requests - a.week.requests),
    rests: cooldowns
      .filter((rest) => rest.provider === provider)
      .map(({ group, reason, until }) => ({
        name: groupName(group),
        reason: reasonOf(providerName(provider), reason),
        until: until.toISOString(),
      })),
    paces: buckets
      .filter((bucket) => bucket.provider === provider)
      .map(({ group, requests, windowS, share, inWindow, slowedAt }) => ({
        name: groupName(group),
        configured: requests,
        allowed: Math.max(1, Math.floor(requests * share)),
        windowS,
        inWindow,
        slowedAt: share < 1 ? (slowedAt?.toISOString() ?? null) : null,
      })),
  };
}

type OfGroup = { now: Date; rows: readonly (Used & { hour: Date })[] };

function groupOf(group: string, { now, rows }: OfGroup): GroupQuota {
  const first = dayStart(now).getTime();
  const hours = Array.from({ length: HOURS_SHOWN }, (_, index) => {
    const from = first + index * HOUR_MS;
    return {
      from: new Date(from).toISOString(),
      ...sumOf(rows.filter(({ hour }) => hour.getTime() === from)),
    };
  });
  return { group, name: groupName(group), hours, day: sumOf(hours), week: sumOf(rows) };
}

/** One row per job, or per kind of work where there is no job to name, whatever groups it asked. */
function workOf({ work }: Ledger): WorkUsed[] {
  const rows = new Map<string, WorkUsed>();
  for (const { provider, kind, jobId, title, ...used } of work) {
    const key = `${provider} ${kind} ${jobId ?? ""}`;
    const before = rows.get(key);
    rows.set(key, {
      key,
      provider: providerName(provider),
      kind: kindName(kind),
      title,
      ...sumOf(before ? [before, used] : [used]),
    });
  }
  return [...rows.values()].sort((a, b) => b.requests - a.requests);
}

const kindNames: Record<JobKind | "interactive", string> = {
  classification: "Labelling tracks",
  collection: "Collecting a week",
  enrichment: "Asking more about tracks",
  facts: "Gathering facts for rules",
  matching: "Finding tracks on Spotify",
  mirror: "Keeping a playlist in step",
  playlist: "Changing a playlist",
  recount: "Counting plays again",
  source: "Fetching a source",
  styles: "Reading the list of styles",
  sync: "Reading a library",
  import: "Reading an export of plays",
  interactive: "Somebody at the screen",
};

/** A function without a job goes by its own name: "sweep-mirrors" → "Sweep mirrors". */
const kindName = (kind: string) =>
  kind in kindNames ? kindNames[kind as keyof typeof kindNames] : groupName(kind);

/** "playlist-items" → "Playlist items" */
function groupName(group: string) {
  if (group === "*") return "Everything";
  const words = group.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const reasonOf = (provider: string, reason: string | null) =>
  reason === "quota" ? `${provider}'s quota is spent` : `${provider} asked us to wait`;
