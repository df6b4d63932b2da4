import { db } from "@/db/client";
import { listVisibleJobs } from "@/db/queries/jobs";
import { userRoute } from "@/lib/route";

export const GET = userRoute(async ({ user }) => ({
  jobs: await listVisibleJobs(db, { userId: user.id }),
}));
