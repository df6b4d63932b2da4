import { eventScenarios } from "./events";
import { flowScenarios } from "./flow-control";
import { lifetimeScenarios } from "./lifetimes";
import { retryScenarios } from "./retries";
import type { Scenario } from "./scene";
import { stepScenarios } from "./steps";

/** What every server that runs the app's functions must do, as the real one does it. */
export const scenarios: Scenario[] = [
  ...stepScenarios,
  ...retryScenarios,
  ...eventScenarios,
  ...flowScenarios,
  ...lifetimeScenarios,
];
