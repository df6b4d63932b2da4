import { db } from "@/db/client";
import { AppError } from "@/lib/errors";
import { readPlanLines } from "@/lib/playlists/read-plans";
import { planInput, planLinesInput } from "@/lib/playlists/schema";
import { userRoute } from "@/lib/route";

/** A page of what a plan does, row by row. */
export const GET = userRoute(({ user, params, request }) => {
  const { data } = planInput.safeParse({ planId: params.id });
  if (!data) throw new AppError("NOT_FOUND", "There is no such plan.");
  const { searchParams } = new URL(request.url);
  const page = planLinesInput.parse(Object.fromEntries(searchParams));
  return readPlanLines(db, { ...data, ...page, viewer: user });
});
