import { parseArgs } from "node:util";
import { openCrashStage, playCrashRound, type Victim } from "@/inngest/engine/testing/crash-stage";
import { seededRandom } from "@/inngest/engine/testing/seeded-random";

/** About how long the runs of a round take when nobody is killed. */
const LONGEST_BEFORE_KILL_MS = 700;
const VICTIMS: Victim[] = ["engine", "app", "both"];

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "50" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});
const rounds = Number(values.rounds);
const random = seededRandom(Number(values.seed));
console.log(`${rounds} rounds, seed ${values.seed}`);

const stage = await openCrashStage(process.env.DATABASE_URL ?? "", process.env);
let failed = 0;
for (let round = 1; round <= rounds; round += 1) {
  const victim = VICTIMS[Math.floor(random() * VICTIMS.length)] ?? "engine";
  const afterMs = Math.round(random() * LONGEST_BEFORE_KILL_MS);
  const sleeps = random() < 0.2;
  const problems = await playCrashRound(stage, { victim, afterMs, sleeps }).catch((error) => [
    error instanceof Error ? error.message : String(error),
  ]);
  const kill = `${round}: ${victim} killed after ${afterMs} ms${sleeps ? ", runs that sleep" : ""}`;
  console.log(`${problems.length > 0 ? "FAILED" : "ok    "}  ${kill}`);
  for (const problem of problems) console.log(`        a run ${problem}`);
  if (problems.length > 0) failed += 1;
}
await stage.close();
console.log(`${rounds - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
