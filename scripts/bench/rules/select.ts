import { db, sqlClient } from "@/db/client";
import { writeFacts } from "@/db/queries/rules-facts";
import { countSelection, listSelection } from "@/db/queries/rules-select";
import { createUser } from "@/db/testing/factories";
import { ruleTemplates } from "@/lib/rules/templates";
import { report } from "../report";
import { bigLibrary, nestedRule } from "../rules-library";

const TRACKS = 100_000;
const READINGS = 15;
const SAMPLE = { offset: 0, size: 20 };

const at = { now: new Date("2026-11-21T10:00:00Z"), timeZone: "Europe/Berlin" };
const { id: userId } = await createUser(db);
const facts = bigLibrary(TRACKS, at.now);
await writeFacts(db, { userId, facts });
await db.execute("vacuum analyze track_facts");

async function median(work: () => Promise<unknown>) {
  const times: number[] = [];
  for (let reading = 0; reading < READINGS; reading += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  const sorted = times.slice(1).sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 10) / 10;
}

const nested = { userId, rule: nestedRule(), overrides: [], at };
const recordingKey = facts[0]?.recordingKey ?? "";
const pinned = { recordingKey, kind: "pin" as const, position: 3 };
const on = `${TRACKS} tracks of one user, durable Postgres on the same machine`;

report({
  name: "rules.nested_100k_ms",
  value: await median(() => listSelection(db, { ...nested, overrides: [pinned] })),
  unit: "ms",
  on: `median of ${READINGS - 1} selections of a rule set nested four deep, with a pin, sorted, two per artist, 20 per label, 500 at most, over ${on}`,
});
report({
  name: "rules.live_count_ms",
  value: await median(() => countSelection(db, nested)),
  unit: "ms",
  on: `median of ${READINGS - 1} counts of the same rule set over ${on}`,
});

const templates = ruleTemplates(["Label 7", "Label 70"]).map(({ definition }) => definition);
const counts: number[] = [];
const samples: number[] = [];
for (const rule of templates) {
  const selection = { userId, rule, overrides: [], at };
  counts.push(await median(() => countSelection(db, selection)));
  samples.push(await median(() => listSelection(db, selection, SAMPLE)));
}
report({
  name: "rules.template_count_ms",
  value: Math.max(...counts),
  unit: "ms",
  on: `slowest of the counts of ${templates.length} templates, medians of ${READINGS - 1}, over ${on}`,
});
report({
  name: "rules.template_sample_ms",
  value: Math.max(...samples),
  unit: "ms",
  on: `slowest of the samples of ${SAMPLE.size} of ${templates.length} templates, medians of ${READINGS - 1}, over ${on}`,
});
await sqlClient.end();
