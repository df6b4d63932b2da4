import "server-only";
import { cache } from "react";
import { db } from "@/db/client";
import { listApiTokens } from "@/db/queries/api-tokens";
import { requirePageUser } from "@/lib/auth/session";
import { describeApi } from "./describe-api";
import { operations } from "./operations";
import { type Reference, referenceOf } from "./reference";
import { type TokenView, viewToken } from "./token-view";

export const loadTokens = cache(async (): Promise<TokenView[]> => {
  const user = await requirePageUser();
  const now = new Date();
  return (await listApiTokens(db, { userId: user.id })).map((row) => viewToken(row, now));
});

export const loadReference = cache(async (): Promise<Reference> => {
  await requirePageUser();
  return referenceOf(describeApi(operations));
});
