import type { ActionResult } from "@/lib/action";
import {
  moveTracksAction,
  promoteTracksAction,
  reorderTrackAction,
  undoAction,
} from "@/lib/curation/actions";
import type { Press } from "./press";
import { type PressAnswer, PressRefused } from "./press-answer";

/** One press over the wire; throws `PressRefused`, or whatever kept it from arriving. */
export async function sendPress(periodId: string, press: Press): Promise<PressAnswer> {
  const result = await answerTo(periodId, press);
  if (!result.ok) throw new PressRefused(result.message);
  return result.data;
}

function answerTo(periodId: string, press: Press): Promise<ActionResult<PressAnswer>> {
  const stamp = { periodId, idempotencyKey: press.key };
  switch (press.kind) {
    case "move": {
      const { trackIds, categoryId } = press;
      return moveTracksAction({ ...stamp, trackIds, categoryId });
    }
    case "promote":
      return promoteTracksAction({ ...stamp, trackIds: press.trackIds });
    case "reorder": {
      const { trackId, afterId } = press;
      return reorderTrackAction({ periodId, trackId, afterId });
    }
    case "undo":
      return undoAction(stamp);
  }
}
