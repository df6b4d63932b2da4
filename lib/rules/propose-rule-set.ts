import "server-only";
import type { Db } from "@/db/handle";
import { findRefresh } from "@/db/queries/facts-marks";
import { countStale } from "@/db/queries/facts-stale";
import { lockRuleSet, type OwnRuleSet } from "@/db/queries/rule-sets";
import { listWaitingPlans, notePlan } from "@/db/queries/rule-sets-targets";
import { listSelectedTracks, listSelection } from "@/db/queries/rules-select";
import type { Selection } from "@/db/queries/rules-selection";
import { AppError } from "@/lib/errors";
import { discardPlan } from "@/lib/playlists/approve-plan";
import { type ProposedPlan, proposeNewPlaylist, proposePlan } from "@/lib/playlists/propose-plan";
import { proposeRules } from "@/lib/playlists/propose-rules";
import type { Row } from "@/lib/playlists/row";
import type { Lane } from "@/lib/traffic/pace";
import { pinnedKeys } from "./override";
import { readSelection } from "./read-selection";

const NOT_GATHERED =
  "Your tracks are still being gathered, and a playlist of some of them would be incomplete. Try again when all are known.";

type Wish = OwnRuleSet & {
  /** Null for a playlist that is yet to be made. */
  playlistId: string | null;
  name: string;
  /** The playlist is to follow the rule set; otherwise it is filled this once. */
  follows: boolean;
  /** False while it is not known whether what the rules do not want is wanted by now. */
  mayRemove?: boolean;
  now: Date;
  lane?: Lane;
};

export type RuleSetPlan = ProposedPlan & {
  /** Tracks of the result that Spotify does not have. */
  withoutSpotify: number;
};

/**
 * The plan that brings a playlist to what a rule set takes. Before it is approved nothing is written,
 * and the playlist that follows stays the one that does.
 * Refuses until all of the user's tracks were gathered once: what is not known yet would seem to be gone.
 */
export async function proposeRuleSet(db: Db, wish: Wish): Promise<RuleSetPlan> {
  const { userId, ruleSetId, playlistId, now, follows, mayRemove = true } = wish;
  const own = { userId, ruleSetId };
  const selection = await readSelection(db, { ...own, now });
  const refresh = await findRefresh(db, own);
  if (!refresh?.asOf) throw new AppError("CONFLICT", NOT_GATHERED);
  const staleBefore = await countStale(db, own);
  const recordingKeys = await listSelection(db, selection);
  const tracks = await listSelectedTracks(db, { userId, recordingKeys });
  const areFactsWhole = mayRemove && staleBefore + (await countStale(db, own)) === 0;
  const desired = urisOf(tracks);
  const before = follows ? await listWaitingPlans(db, { ...own, playlistId }) : [];
  const plan = follows
    ? await proposeFollowing(db, wish, {
        desired,
        pinned: pinnedOf(selection, tracks),
        areFactsWhole,
      })
    : await proposeOnce(db, wish, desired);
  for (const waiting of before) await discardPlan(db, waiting);
  return { ...plan, withoutSpotify: tracks.filter(({ spotifyUri }) => !spotifyUri).length };
}

type Track = Awaited<ReturnType<typeof listSelectedTracks>>[number];

const urisOf = (tracks: readonly Track[]) => [
  ...new Set(tracks.flatMap(({ spotifyUri }) => spotifyUri ?? [])),
];

function pinnedOf({ overrides }: Selection, tracks: readonly Track[]): ReadonlySet<string> {
  const keys = new Set(pinnedKeys(overrides));
  return new Set(urisOf(tracks.filter(({ recordingKey }) => keys.has(recordingKey))));
}

type Taken = { desired: readonly string[]; pinned: ReadonlySet<string>; areFactsWhole: boolean };

/** The tracks join what the playlist holds, and from then on they are the person's. */
function proposeOnce(db: Db, wish: Wish, desired: readonly string[]): Promise<ProposedPlan> {
  const { userId, ruleSetId, playlistId, name, now, lane } = wish;
  const plan = { userId, ruleSetId, name, kind: "rule" as const };
  const rowsFor = (uris: readonly string[]) => uris.map((uri): Row => ({ uri, by: "curator" }));
  if (playlistId === null) {
    return proposeNewPlaylist(db, { ...plan, rows: rowsFor(desired) });
  }
  return proposePlan(db, { ...plan, playlistId, now, lane }, ({ rows }) => {
    const held = new Set(rows.map(({ uri }) => uri));
    return { rows: [...rows, ...rowsFor(desired.filter((uri) => !held.has(uri)))] };
  });
}

/**
 * What the rules do not want may go at once: a library's track is lost to the facts only when two
 * complete readings missed it, a changed rule or a decision is no reading, and a recording whose
 * Spotify track became another one would be there twice. While facts are being gathered nothing
 * goes: what is wanted of some of them is no answer.
 */
async function proposeFollowing(
  db: Db,
  { userId, ruleSetId, playlistId, name, now, lane }: Wish,
  { desired, pinned, areFactsWhole }: Taken,
): Promise<ProposedPlan> {
  const following = { userId, ruleSetId, name, follows: true };
  if (playlistId === null) {
    const rows = desired.map((uri): Row => ({ uri, by: "rule" }));
    return proposeNewPlaylist(db, { ...following, kind: "rule", rows });
  }
  const plan = await proposeRules(db, {
    ...{ ...following, playlistId, desired, pinned },
    ...{ mayRemove: () => areFactsWhole, now, lane },
  });
  await db.transaction(async (tx) => {
    await lockRuleSet(tx, { userId, ruleSetId });
    await notePlan(tx, {
      ...{ userId, ruleSetId, playlistId, name },
      ...{ planId: plan.planId, plannedAt: now },
    });
  });
  return plan;
}
