import { db } from "@/db/client";
import { AppError } from "@/lib/errors";
import { readPlan } from "@/lib/playlists/read-plans";
import { planInput } from "@/lib/playlists/schema";
import { userRoute } from "@/lib/route";

export const GET = userRoute(({ user, params }) => {
  const { data } = planInput.safeParse({ planId: params.id });
  if (!data) throw new AppError("NOT_FOUND", "There is no such plan.");
  return readPlan(db, { ...data, viewer: user });
});
