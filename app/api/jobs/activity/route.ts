import { db } from "@/db/client";
import { readActivity } from "@/lib/jobs/read-activity";
import { activityInput } from "@/lib/jobs/schema";
import { userRoute } from "@/lib/route";

export const GET = userRoute(({ user, request }) => {
  const { searchParams } = new URL(request.url);
  const wanted = activityInput.parse({
    state: searchParams.get("state"),
    kind: searchParams.get("kind"),
    text: searchParams.get("q") ?? "",
    before: searchParams.get("before"),
  });
  return readActivity(db, { ...wanted, viewer: user });
});
