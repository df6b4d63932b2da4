import type { Db } from "@/db/handle";
import { findPeriodOfTrack } from "@/db/queries/period-list";
import { moveTracks } from "@/lib/curation/move-tracks";
import { promoteTracks } from "@/lib/curation/promote-tracks";
import { moveTracksInput } from "@/lib/curation/schema";
import { undoPress } from "@/lib/curation/undo-press";
import { AppError } from "@/lib/errors";
import { press, undonePress } from "./board-schemas";
import { operation } from "./operation";
import { ofId } from "./shared-schemas";

const move = operation({
  id: "moveTrack",
  method: "POST",
  path: "/curation/tracks/{id}/move",
  summary: "Put a track last into a category, or back to Bronze with null",
  scope: "curation:write",
  params: ofId,
  body: moveTracksInput.pick({ categoryId: true }),
  answer: press,
  keyed: true,
  run: async ({ db, user, params, body, idempotencyKey, followUp }) => {
    const wanted = await pressOf(db, { trackId: params.id, userId: user.id, idempotencyKey });
    const answer = await moveTracks(db, { ...wanted, ...body });
    refuseOtherPress(answer, params.id);
    followUp(answer);
    return answer;
  },
});

const promote = operation({
  id: "promoteTrack",
  method: "POST",
  path: "/curation/tracks/{id}/promote",
  summary: "Add a Silver track to the Golden list of its category",
  scope: "curation:write",
  params: ofId,
  answer: press,
  keyed: true,
  run: async ({ db, user, params, idempotencyKey, followUp }) => {
    const wanted = await pressOf(db, { trackId: params.id, userId: user.id, idempotencyKey });
    const answer = await promoteTracks(db, wanted);
    refuseOtherPress(answer, params.id);
    const [refused] = answer.refused;
    if (refused) throw new AppError("CONFLICT", refused.message);
    followUp(answer);
    return answer;
  },
});

const undo = operation({
  id: "undoPress",
  method: "POST",
  path: "/curation/periods/{id}/undo",
  summary: "Take back the newest press of a week that still stands",
  scope: "curation:write",
  params: ofId,
  answer: undonePress,
  keyed: true,
  run: async ({ db, user, params, idempotencyKey, followUp }) => {
    const answer = await undoPress(db, { periodId: params.id, userId: user.id, idempotencyKey });
    followUp(answer);
    return answer;
  },
});

type OneTrack = { trackId: string; userId: string; idempotencyKey: string };

async function pressOf(db: Db, { trackId, userId, idempotencyKey }: OneTrack) {
  const periodId = await findPeriodOfTrack(db, { curationTrackId: trackId, userId });
  if (!periodId) throw new AppError("NOT_FOUND", "That track is not on one of your boards.");
  return { periodId, userId, idempotencyKey, trackIds: [trackId] };
}

/** A spent key is answered with its own press, which may have been about another track. */
function refuseOtherPress({ placements }: { placements: { id: string }[] }, trackId: string) {
  if (!placements.some(({ id }) => id === trackId)) {
    throw new AppError("CONFLICT", "That Idempotency-Key was used for another track.");
  }
}

export const pressOperations = [move, promote, undo];
