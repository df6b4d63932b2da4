import { db } from "@/db/client";
import { AppError } from "@/lib/errors";
import { receivePiece } from "@/lib/history/request-import";
import { pieceInput } from "@/lib/history/schema";
import { userRoute } from "@/lib/route";

/** A piece of a file, as bytes, from `offset` on. */
export const PUT = userRoute(async ({ user, request, params }) => {
  const offset = new URL(request.url).searchParams.get("offset");
  const input = pieceInput.safeParse({ importId: params.id, number: params.number, offset });
  if (!input.success || !request.body) throw new AppError("INVALID", "That is no piece of a file.");
  return receivePiece(db, { ...input.data, userId: user.id, body: request.body });
});
