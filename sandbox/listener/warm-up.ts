import { setImmediate as nextTurn } from "node:timers/promises";
import type { Context } from "../context";
import { demoUsers } from "../state/demo-users";
import { HISTORY_MONTHS } from "./draw-saved";
import { live } from "./live";
import { monthOf } from "./month";

/**
 * Draws the users' pasts month by month between requests, so that the first request need not wait.
 * A small library is there in a second anyway.
 */
export async function warmUp(context: Context, signal: AbortSignal) {
  if (context.library === "none" || context.library === "small") return;
  const month = monthOf(context.now());
  for (const { id } of demoUsers) {
    for (let age = 0; age <= HISTORY_MONTHS && !signal.aborted; age += 1) {
      context.taste.month(id, month - age);
      await nextTurn();
    }
    if (!signal.aborted) live(context, id);
  }
}
