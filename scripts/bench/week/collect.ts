import { freePort } from "../../lib/free-port.mjs";
import { report } from "../report";

const GENRE = 6;
const SIZES = { from: 700, to: 799 };
/** Makes weeks of the simulated Beatport as large as a busy style's. */
const SCALE = 5;

const sandbox = (path: string, body: object) =>
  fetch(`${process.env.SANDBOX_URL}/__sandbox${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

const enginePort = await freePort();
process.env.INNGEST_BASE_URL = `http://127.0.0.1:${enginePort}`;
await sandbox("/reset", { scale: SCALE });

const { db, sqlClient } = await import("@/db/client");
const { inngest } = await import("@/inngest/client");
const { collectionRequested } = await import("@/inngest/events");
const { collectWeek } = await import("@/inngest/functions/collect-week");
const { startBackground } = await import("@/inngest/testing/background");
const { listTracks } = await import("@/lib/beatport/tracks");
const { ensureStyles } = await import("@/lib/catalog/ensure-styles");
const { requestCollection } = await import("@/lib/collection/request-collection");
const { addWeeks, datesOf, newestReleaseWeek } = await import("@/lib/curation/week");

async function weekOfSize() {
  let week = newestReleaseWeek(new Date());
  for (let back = 1; back <= 50; back += 1) {
    week = addWeeks(week, -1);
    const { count } = await listTracks({ genreId: GENRE, ...datesOf(week), page: 1 });
    if (count !== null && count >= SIZES.from && count <= SIZES.to) return week;
  }
  throw new Error("No week of the simulated Beatport has the size to measure.");
}

await ensureStyles(db);
const [style] = await db.execute<{ id: string }>(
  `select id from styles where beatport_id = ${GENRE}`,
);
const week = await weekOfSize();
const background = await startBackground({
  client: inngest,
  functions: [collectWeek],
  enginePort,
});

let statements = 0;
sqlClient.options.debug = (_connection, query) => {
  if (!query.includes("provider_buckets")) statements += 1;
};
const started = performance.now();
const { collection } = await requestCollection(db, { styleId: style?.id ?? "", ...week });
await background.run(collectionRequested.create({ collectionId: collection.id }));
const seconds = (performance.now() - started) / 1000;
sqlClient.options.debug = false;

const [row] = await db.execute<{ status: string; stored: number }>(
  `select status, stored from collections where id = '${collection.id}'`,
);
if (row?.status !== "complete") throw new Error(`The week ended ${row?.status}.`);

const on = `${row.stored} tracks, sandbox without latency, built-in engine`;
report({ name: "week.collect_s", value: Math.round(seconds * 100) / 100, unit: "s", on });
report({
  name: "week.statements",
  value: statements,
  unit: "statements",
  on: `${on}; from the request to the settled week, transactions included, request budget not`,
});

await background.close();
await sqlClient.end();
await sandbox("/reset", { scale: 1 });
