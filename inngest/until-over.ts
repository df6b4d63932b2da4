import type { GetStepTools } from "inngest";
import type { inngest } from "./client";
import { untilAnswered } from "./until-answered";

type Wait = Pick<Parameters<typeof untilAnswered>[1], "onWait" | "onProblem"> & {
  /** What is waited for. */
  id: string;
  lookAt: string | null;
  /** Answers when to look again; null when it is over, or not waited for any longer. */
  look: (looks: number) => Promise<string | null>;
};

/** Looks now and then whether something is over that another run does; asleep in between. */
export async function untilOver(
  step: GetStepTools<typeof inngest>,
  { id, lookAt, look, ...reports }: Wait,
): Promise<void> {
  let next = lookAt;
  for (let looks = 1; next; looks += 1) {
    await step.sleepUntil(`wait-for-${id}-${looks}`, next);
    next = await untilAnswered(step, {
      id: `look-at-${id}-${looks}`,
      run: () => look(looks),
      ...reports,
    });
  }
}
