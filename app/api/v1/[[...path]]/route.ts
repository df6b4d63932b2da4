import { after } from "next/server";
import { db } from "@/db/client";
import { announce } from "@/inngest/client";
import { apiDoor } from "@/lib/api/door";
import { operations } from "@/lib/api/operations";
import { followUpEvents } from "@/lib/curation/follow-up";
import { env } from "@/lib/env";

const perMinute = env.API_REQUESTS_PER_MINUTE;

const answer = apiDoor({
  operations,
  db,
  limits: { token: perMinute, address: Math.ceil(perMinute / 5) },
  followUp: (work) => {
    const events = followUpEvents(work);
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
