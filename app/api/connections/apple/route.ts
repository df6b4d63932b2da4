import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { db } from "@/db/client";
import { announce } from "@/inngest/client";
import { librarySyncRequested } from "@/inngest/events";
import { getUser } from "@/lib/auth/session";
import { STATE_COOKIE, STATE_PATH } from "@/lib/connections/connect-state";
import { returnFromApple } from "@/lib/connections/return-from-apple";

/** The way back from Apple's consent page. The state is good for one try. */
export async function GET(request: Request): Promise<never> {
  const user = await getUser();
  if (!user) redirect("/");
  const { searchParams } = new URL(request.url);
  const jar = await cookies();
  const proof = jar.get(STATE_COOKIE)?.value ?? "";
  jar.delete({ name: STATE_COOKIE, path: STATE_PATH });

  const { id: userId } = user;
  const returned = await returnFromApple(db, {
    userId,
    state: searchParams.get("state") ?? "",
    token: searchParams.get("music_user_token"),
    proof,
    now: new Date(),
  });
  if ("problem" in returned) redirect(`/settings/connections?problem=${returned.problem}`);
  const { syncId } = returned;
  if (syncId) after(() => announce(librarySyncRequested.create({ syncId, userId })));
  redirect("/settings/connections");
}
