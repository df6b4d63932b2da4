import type { Db } from "@/db/handle";
import { findConnection } from "@/db/queries/connections";
import { findPlan } from "@/db/queries/playlists-plans";
import { appendState } from "@/db/queries/playlists-states";
import { applyPlan } from "../apply-plan";
import { approvePlan } from "../approve-plan";
import { beginPlan } from "../begin-plan";
import { proposePlan } from "../propose-plan";
import { proposeRules } from "../propose-rules";
import { canBeAdded, countUris, type Row, storedRows, urisOf } from "../row";
import { type RandomPair, randomNumbers } from "./random-pair";

type Ground = {
  db: Db;
  userId: string;
  /** Makes a playlist by hand and answers its id. */
  make: (uris: string[]) => Promise<string>;
  /** What a playlist really holds. */
  read: (playlistId: string) => Promise<(string | null)[]>;
};

export type Played = {
  exact: boolean;
  handRowsLost: number;
  writes: number;
  /** Requests that a replacement would take; null where it would lose something. */
  replacing: number | null;
};

const MOST_TURNS = 500;

/** Carries an approved plan out turn by turn, as its function does. */
export async function playPlan(db: Db, plan: { planId: string; userId: string }, from: Date) {
  const run = { ...plan, runId: crypto.randomUUID() };
  await beginPlan(db, run);
  let now = from;
  for (let turn = 1; turn < MOST_TURNS; turn += 1) {
    const { more, pauseSeconds = 0 } = await applyPlan(db, { ...run, now });
    if (!more) return turn;
    now = new Date(now.getTime() + 1000 * pauseSeconds);
  }
  throw new Error("the plan never came to its end");
}

/** Makes a playlist of which Clouder knows whose the rows are, updates it by the rules, and reads it. */
export async function playPair(ground: Ground, { rows, ...pair }: RandomPair): Promise<Played> {
  const { db, userId } = ground;
  const playlistId = await ground.make(urisOf(rows).filter(canBeAdded));
  const connection = await findConnection(db, { userId, provider: "spotify" });
  const now = new Date();
  await appendState(db, {
    ...storedRows(rows),
    userId,
    connectionId: connection?.id ?? "",
    playlistId,
    removedByHand: pair.removedByHand,
    reason: "observed",
    createdAt: now,
  });
  const { desired } = pair;
  const wish = { userId, playlistId, name: "Pair", now };
  const plan = await proposeRules(db, { ...wish, desired, mayRemove: () => true });
  return carriedOut(ground, { planId: plan.planId, rows, now });
}

/** Brings a playlist with rows that cannot be added into another order, without some and with others. */
export async function playOdd(
  ground: Ground,
  { playlistId, pool, seed }: { playlistId: string; pool: readonly string[]; seed: number },
): Promise<Played> {
  const random = randomNumbers(seed);
  const now = new Date(Date.now() + 1000 * seed);
  const aim = (rows: readonly Row[]): Row[] => {
    const some = rows.filter(({ uri }) => !canBeAdded(uri) || random.next() < 0.8);
    const more = Array.from({ length: random.below(12) }, (): Row => {
      return { uri: pool[random.below(pool.length)] ?? null, by: "curator" };
    });
    return random.next() < 0.5 ? random.shuffled([...some, ...more]) : [...some, ...more];
  };
  const before = await ground.read(playlistId);
  const wish = { userId: ground.userId, playlistId, name: "Odd", kind: "sort" as const, now };
  const plan = await proposePlan(ground.db, wish, ({ rows }) => ({ rows: aim(rows) }));
  const rows = before.filter((uri) => !canBeAdded(uri)).map((uri): Row => ({ uri, by: "hand" }));
  return carriedOut(ground, { planId: plan.planId, rows, now });
}

type Proposed = { planId: string; rows: readonly Row[]; now: Date };

async function carriedOut(ground: Ground, { planId, rows, now }: Proposed): Promise<Played> {
  const { db, userId } = ground;
  const plan = { planId, userId };
  const proposed = await findPlan(db, plan);
  if (!proposed?.playlistId) throw new Error("the plan was not stored");
  await approvePlan(db, plan);
  await playPlan(db, plan, now);
  const applied = await findPlan(db, plan);

  const held = await ground.read(proposed.playlistId);
  const target = proposed.targetUris.map((uri) => uri || null);
  const counts = countUris(held);
  const persons = countUris(urisOf(rows.filter(({ by }) => by !== "rule")));
  const replaceable = proposed.baseUris.every(canBeAdded);
  return {
    exact:
      applied?.status === "applied" &&
      held.length === target.length &&
      held.every((uri, at) => uri === target[at]),
    handRowsLost: [...persons].reduce(
      (lost, [uri, count]) => lost + Math.max(0, count - (counts.get(uri) ?? 0)),
      0,
    ),
    writes: proposed.writes,
    replacing: replaceable ? Math.max(1, Math.ceil(target.length / 100)) : null,
  };
}
