import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  type CrashStage,
  openCrashStage,
  playCrashRound,
  type Victim,
  wrongs,
} from "./testing/crash-stage";

// Processes start and leases run out here, on machines that may be busy.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let stage: CrashStage;
beforeAll(async () => {
  stage = await openCrashStage(process.env.DATABASE_URL ?? "", process.env);
});
afterAll(() => stage.close());

test.each<{ victim: Victim; afterMs: number; sleeps: boolean }>([
  { victim: "engine", afterMs: 150, sleeps: false },
  { victim: "app", afterMs: 350, sleeps: false },
  { victim: "both", afterMs: 250, sleeps: true },
])("no finished step runs again after a kill of $victim, and every run ends", async (round) => {
  expect(await playCrashRound(stage, round)).toEqual([]);
});

test("a run survives two kills of the engine", async () => {
  const [id = ""] = await stage.send(1);
  const recorded: Map<string, number>[] = [];
  for (const steps of [2, 5]) {
    await stage.until(async () => (await stage.begun(id)).size >= steps, `step ${steps}`);
    await stage.kill("engine");
    recorded.push(await stage.recorded(id));
    await stage.restore();
  }
  expect(await wrongs(stage, id, recorded)).toEqual([]);
});

test("an app that is down for a while costs a waiting run no attempt", async () => {
  await stage.kill("app");
  const [id = ""] = await stage.send(1);
  await stage.until(async () => !(await stage.isRegistered()), "the loss of the app");
  await stage.restore();
  expect(await wrongs(stage, id, [])).toEqual([]);
});
