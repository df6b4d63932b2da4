"use server";

import { db } from "@/db/client";
import { userAction } from "@/lib/action";
import { createToken } from "./create-token";
import { revokeToken } from "./revoke-token";
import { createTokenInput, tokenInput } from "./schema";

export const createTokenAction = userAction(createTokenInput, ({ user, input }) =>
  createToken(db, { ...input, userId: user.id, now: new Date() }),
);

export const revokeTokenAction = userAction(tokenInput, ({ user, input }) =>
  revokeToken(db, { ...input, userId: user.id }),
);
