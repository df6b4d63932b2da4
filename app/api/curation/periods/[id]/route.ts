import { z } from "zod";
import { db } from "@/db/client";
import { readBoard } from "@/lib/curation/read-board";
import { AppError } from "@/lib/errors";
import { userRoute } from "@/lib/route";

export const GET = userRoute(({ user, params }) => {
  const id = z.uuid().safeParse(params.id);
  if (!id.success) throw new AppError("NOT_FOUND", "That week is not one of yours.");
  return readBoard(db, { periodId: id.data, userId: user.id });
});
