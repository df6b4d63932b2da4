import { db } from "@/db/client";
import { AppError } from "@/lib/errors";
import { readJob } from "@/lib/jobs/read-job";
import { jobInput } from "@/lib/jobs/schema";
import { userRoute } from "@/lib/route";

export const GET = userRoute(({ user, params }) => {
  const { data } = jobInput.safeParse({ jobId: params.id });
  if (!data) throw new AppError("NOT_FOUND", "There is no such job.");
  return readJob(db, { ...data, viewer: user });
});
