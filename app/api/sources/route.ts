import { db } from "@/db/client";
import { userRoute } from "@/lib/route";
import { readSources } from "@/lib/sources/read-sources";

export const GET = userRoute(({ user }) => readSources(db, user));
