import { z } from "zod";
import { createFaults } from "./faults";
import { createLimits } from "./limits";
import { matchSchema } from "./match";
import { createStats } from "./stats";

export const latencySchema = z.strictObject({
  ms: z.number().int().min(0).max(600_000),
  match: matchSchema.optional(),
});

/** What MusicBrainz lets everybody ask, until a control says otherwise. */
const oneASecond = { provider: "musicbrainz", requests: 1, seconds: 1 } as const;

export type Traffic = ReturnType<typeof createTraffic>;

/** What happens to requests on their way: counted, slowed, limited, broken. */
export function createTraffic() {
  const traffic = {
    stats: createStats(),
    faults: createFaults(),
    limits: createLimits(),
    latency: { ms: 0 } as z.infer<typeof latencySchema>,

    reset() {
      traffic.stats.reset();
      traffic.faults.clear();
      traffic.limits.clear();
      traffic.limits.set(oneASecond);
      traffic.latency = { ms: 0 };
    },
  };
  traffic.limits.set(oneASecond);
  return traffic;
}
