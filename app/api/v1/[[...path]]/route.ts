import { after } from "next/server";
import { db } from "@/db/client";
import { announce } from "@/inngest/client";
import { classificationRequested, playlistPlanApproved } from "@/inngest/events";
import { apiDoor } from "@/lib/api/door";
import { operations } from "@/lib/api/operations";
import { followUpEvents } from "@/lib/curation/follow-up";
import { env } from "@/lib/env";
import { sourceEvents } from "@/lib/sources/follow-up";

const perMinute = env.API_REQUESTS_PER_MINUTE;

const answer = apiDoor({
  operations,
  db,
  limits: { token: perMinute, address: Math.ceil(perMinute / 5) },
  followUp: (work) => {
    const { planIds = [], reclassifies, userId } = work;
    const approved = planIds.map((planId) => playlistPlanApproved.create({ planId, userId }));
    const labels = reclassifies ? [classificationRequested.create({ userId })] : [];
    const events = [...followUpEvents(work), ...sourceEvents(work), ...labels, ...approved];
    if (events.length > 0) after(() => announce(events));
  },
});

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
