import { cron } from "inngest";
import { db } from "@/db/client";
import { inngest } from "@/inngest/client";
import { untilAnswered } from "@/inngest/until-answered";
import { refreshStyles as refresh } from "@/lib/catalog/ensure-styles";
import { env } from "@/lib/env";

export const refreshStyles = inngest.createFunction(
  { id: "refresh-styles", triggers: [cron(env.STYLES_CRON)] },
  ({ step }) =>
    untilAnswered(step, {
      id: "refresh-styles",
      run: () => refresh(db, { lane: "background" }),
    }),
);
