import { db } from "@/db/client";
import { inngest } from "@/inngest/client";
import { factsOutdated, playsDue } from "@/inngest/events";
import { untilAnswered } from "@/inngest/until-answered";
import { pollPlays as askForPlays } from "@/lib/library/poll-plays";

/** Asks for what was heard lately before it is forgotten. What fails comes round again. */
export const pollPlays = inngest.createFunction(
  {
    id: "poll-plays",
    triggers: [playsDue],
    singleton: { key: "event.data.connectionId", mode: "skip" },
    concurrency: { limit: 2 },
    retries: 2,
  },
  async ({ event, step }) => {
    const { connectionId, userId } = event.data;
    const added = await untilAnswered(step, {
      id: "ask-for-plays",
      run: () => askForPlays(db, { connectionId, userId, now: new Date() }),
    });
    if (added?.added) await step.sendEvent("announce-facts", factsOutdated.create({ userId }));
    return added ?? { status: "nothing to ask" };
  },
);
