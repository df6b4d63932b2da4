import type { Context } from "../context";
import { demoUser } from "../state/demo-users";
import type { Life } from "../state/state";
import { randomFrom } from "../world/random";
import { act } from "./act";
import { giveLife, specFor } from "./birth";

const HOUR_MS = 3_600_000;
/** About six things a day. */
const ACTS_AN_HOUR = 0.25;

function listen(life: Life, now: number) {
  const last = life.heard.at(-1);
  if (last && last[1] === life.livedUntil) last[1] = now;
  else life.heard.push([life.livedUntil, now]);
}

function actHourly(context: Context, userId: string, life: Life, now: number) {
  const first = Math.floor(life.livedUntil / HOUR_MS) + 1;
  for (let hour = first; hour * HOUR_MS <= now; hour += 1) {
    const random = randomFrom(context.taste.seed, "act", userId, hour);
    if (random.chance(ACTS_AN_HOUR)) act({ context, userId, at: hour * HOUR_MS, random });
  }
}

/** Lets a demo user live up to now; the first time, it gives them their past. */
export function live(context: Context, userId: string | null) {
  const user = demoUser(userId);
  if (!user) return;
  const { lives } = context.store.state.spotify;
  if (!lives[user.id]) {
    if (context.library === "none") return;
    giveLife(context, user.id, specFor(context, user.id));
    context.store.saveSoon();
  }
  const life = lives[user.id];
  const now = context.now().getTime();
  if (!life || now <= life.livedUntil) return;
  if (context.switches.listening) listen(life, now);
  if (context.switches.living) actHourly(context, user.id, life, now);
  life.livedUntil = now;
}
