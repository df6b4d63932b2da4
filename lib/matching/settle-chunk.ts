import "server-only";
import type { Db } from "@/db/handle";
import type { JobLine } from "@/db/queries/job-log";
import { waitJob } from "@/db/queries/jobs";
import {
  type ClaimedMatch,
  claimMatches,
  countWeekMatches,
  postponeMatches,
  releaseMatches,
  type SettledMatch,
  saveVerdicts,
} from "@/db/queries/matches";
import { reportProgress } from "@/lib/jobs/report-progress";
import { waitWords } from "@/lib/jobs/wait-words";
import type { SpotifyTrack } from "@/lib/spotify/track";
import { ProviderError, WaitUntilError } from "@/lib/traffic/provider-error";
import { askSpotify, recallAnswers } from "./ask-spotify";
import { judgeMatch } from "./judge-match";
import { isReusable, nextCheckAt, retryAt } from "./next-check";
import type { Matching } from "./open-matching";

/** Longer than asking for so many takes, even with the smallest budget. */
const claimMinutes = (matches: number) => 5 + Math.ceil(matches / 20);

type Chunk = {
  /** Whose matches were settled. */
  trackIds: string[];
  /** When it is worth going on; null for at once. */
  waitUntil: string | null;
  more: boolean;
};

/**
 * Settles some of the week's open matches. Only an answer settles: where Spotify refused, failed or
 * asked for patience, the match stays open.
 */
export async function settleChunk(
  db: Db,
  args: { collectionId: string; matching: Matching; limit: number; now: Date },
): Promise<Chunk> {
  const { collectionId, matching, limit, now } = args;
  const { week } = matching;
  const claimed = await claimMatches(db, { ...week, limit, minutes: claimMinutes(limit) });
  const { answers, errors } = await lookUp(db, claimed, now);
  const sorted = sortOut(claimed, answers, errors, now);
  const { verdicts, waiting, failed, until } = sorted;

  const told = lineOf(sorted);

  const chunk = await db.transaction(async (tx): Promise<Chunk> => {
    const trackIds = verdicts.length > 0 ? await saveVerdicts(tx, verdicts) : [];
    await releaseMatches(tx, waiting);
    await postponeMatches(tx, failed);
    const counts = await countWeekMatches(tx, week);
    const { runId, total } = matching;
    const job = { kind: "matching" as const, subjectId: collectionId, runId };
    await reportProgress(tx, { ...job, done: Math.max(0, total - counts.pending), line: told });
    if (until) await waitJob(tx, { ...job, until: until.until, message: waitWords(until) });

    const freeAt = counts.due === 0 ? counts.nextFreeAt : null;
    const waitUntil = until?.until.toISOString() ?? freeAt;
    return { trackIds, waitUntil, more: counts.due > 0 || waitUntil !== null };
  });
  if (sorted.fatal) throw sorted.fatal;
  return chunk;
}

/** Recalls what Spotify said about the ISRCs and asks for the rest. */
async function lookUp(db: Db, claimed: ClaimedMatch[], now: Date) {
  const wanted = claimed.flatMap(({ isrc }) => isrc ?? []);
  const known = await recallAnswers(db, [...new Set(wanted)]);
  const answers = new Map<string, SpotifyTrack[]>();
  const unanswered = new Set<string>();

  for (const { isrc, checkedAt } of claimed) {
    if (isrc === null) continue;
    const answer = known.get(isrc);
    const hits = answer?.tracks.length ?? 0;
    if (answer && isReusable({ ...answer, hits }, { checkedAt, now })) {
      answers.set(isrc, answer.tracks);
    } else unanswered.add(isrc);
  }

  const asked = await askSpotify(db, [...unanswered]);
  for (const [isrc, tracks] of asked.answers) answers.set(isrc, tracks);
  return { answers, errors: asked.errors };
}

type SortedOut = {
  verdicts: SettledMatch[];
  waiting: string[];
  failed: { id: string; dueAt: Date }[];
  until: WaitUntilError | null;
  /** What no later request can heal, or that met every one of them. */
  fatal: unknown;
};

function sortOut(
  claimed: ClaimedMatch[],
  answers: Map<string, SpotifyTrack[]>,
  errors: Map<string, unknown>,
  now: Date,
): SortedOut {
  const sorted: SortedOut = { verdicts: [], waiting: [], failed: [], until: null, fatal: null };
  let failure: unknown = null;

  for (const match of claimed) {
    const error = match.isrc === null ? undefined : errors.get(match.isrc);
    const answered = match.isrc === null ? [] : answers.get(match.isrc);
    if (answered) {
      sorted.verdicts.push(settled(match, answered, now));
    } else if (error instanceof WaitUntilError) {
      sorted.waiting.push(match.id);
      if (!sorted.until || error.until > sorted.until.until) sorted.until = error;
    } else if (error instanceof ProviderError && concernsThisTrackOnly(error)) {
      sorted.failed.push({ id: match.id, dueAt: retryAt({ attempts: match.attempts, now }) });
      failure = error;
    } else {
      sorted.waiting.push(match.id);
      sorted.fatal = error;
    }
  }

  const nothingWorked = sorted.verdicts.length === 0 && sorted.waiting.length === 0;
  if (failure && nothingWorked) {
    sorted.waiting = sorted.failed.splice(0).map(({ id }) => id);
    sorted.fatal = failure;
  }
  return sorted;
}

function lineOf({ verdicts, failed }: SortedOut): JobLine | undefined {
  if (verdicts.length + failed.length === 0) return undefined;
  const found = verdicts.filter(({ status }) => status === "found").length;
  const words = `${verdicts.length} tracks settled, ${found} of them found.`;
  if (failed.length === 0) return { message: words };
  const asked = `${failed.length} could not be asked for and are tried again later.`;
  return { level: "warning", message: `${words} ${asked}` };
}

const concernsThisTrackOnly = ({ kind, transient }: ProviderError) =>
  transient || kind === "invalid" || kind === "not_found";

function settled(match: ClaimedMatch, tracks: SpotifyTrack[], now: Date): SettledMatch {
  const { status, method, confidence, evidence, track } = judgeMatch(match, tracks);
  const missing = status === "not_found" || status === "unavailable";
  return {
    id: match.id,
    status,
    method,
    confidence,
    evidence,
    externalId: track?.id ?? null,
    externalUri: track?.uri ?? null,
    externalUrl: track?.url ?? null,
    nextCheckAt: missing ? nextCheckAt({ ...match, now }) : null,
  };
}
