import { z } from "zod";
import { db } from "@/db/client";
import { countFailedSince, listVisibleJobs } from "@/db/queries/jobs-list";
import { userRoute } from "@/lib/route";

const moment = z.coerce.date().nullable().catch(null);

export const GET = userRoute(async ({ user, request }) => {
  const since = moment.parse(new URL(request.url).searchParams.get("since"));
  const [jobs, failed] = await Promise.all([
    listVisibleJobs(db, user),
    since ? countFailedSince(db, { ...user, since }) : 0,
  ]);
  return { jobs, failed };
});
