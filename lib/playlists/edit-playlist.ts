import "server-only";
import type { Db } from "@/db/handle";
import type { Lane } from "@/lib/traffic/pace";
import { withoutDuplicates } from "./edit-lists";
import { sortByKeyPath } from "./key-path";
import { type ProposedPlan, proposePlan } from "./propose-plan";
import { factsOf } from "./track-facts";

type Wish = { userId: string; playlistId: string; name: string; now: Date; lane?: Lane };

/** The plan that puts a playlist into the order of a smooth path through keys and tempi. */
export const proposeSort = (db: Db, wish: Wish): Promise<ProposedPlan> =>
  proposePlan(db, { ...wish, kind: "sort" }, async ({ rows }) => {
    const { tempoOf } = await factsOf(db, { userId: wish.userId, rows });
    return { rows: sortByKeyPath(rows, tempoOf) };
  });

/** The plan that leaves of each recording the first row. */
export const proposeDedupe = (db: Db, wish: Wish): Promise<ProposedPlan> =>
  proposePlan(db, { ...wish, kind: "dedupe" }, async ({ rows }) => {
    const { recordingOf } = await factsOf(db, { userId: wish.userId, rows });
    return { rows: withoutDuplicates(rows, recordingOf) };
  });
