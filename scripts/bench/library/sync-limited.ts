import { setTimeout as sleep } from "node:timers/promises";
import { control, round, startSlowly } from "../listener";
import { report } from "../report";

/** Forty in three seconds stand for forty in thirty: the same rule, ten times as fast. */
const LIMIT = { requests: 40, seconds: 3 };
/** After them the warm-up is out of every window that is looked at. */
const REST_WINDOWS = 3;

process.env.SPOTIFY_REQUESTS_PER_30_S = String((LIMIT.requests * 30) / LIMIT.seconds);
process.env.SPOTIFY_WINDOW_S = String(LIMIT.seconds);

const { app, library, words } = await startSlowly("full");
await sleep(REST_WINDOWS * LIMIT.seconds * 1000);
await control("/limits", { provider: "spotify", ...LIMIT });

const sync = await app.sync();
const allowed = (LIMIT.requests / LIMIT.seconds) * sync.seconds;
const served = sync.requests - sync.refused;
const on = `${library.words}; ${served} requests in ${round(sync.seconds)} s, ${sync.refused} refused; sandbox limited to ${LIMIT.requests} per ${LIMIT.seconds} s; ${words}`;
report({
  name: "library.limited_stored_pct",
  value: round((sync.stored / sync.requested) * 100),
  unit: "%",
  on: `${sync.stored} of ${sync.requested} rows; ${on}`,
});
report({
  name: "library.limited_rate_used_pct",
  value: round((served / allowed) * 100),
  unit: "%",
  on: `of the ${round(allowed)} requests that the limit lets through in that time; ${on}`,
});
await app.close();
