import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { AppError } from "@/lib/errors";
import { readSession } from "./next-auth";

export type User = { id: string; name: string; role: "owner" | "member" };

export const getUser = cache((): Promise<User | null> => readSession());

export async function requireUser(): Promise<User> {
  const user = await getUser();
  if (!user) throw new AppError("UNAUTHENTICATED", "Your session has ended. Sign in again.");
  return user;
}

/** For pages: an absent session is a redirect, not an error. */
export async function requirePageUser(): Promise<User> {
  const user = await getUser();
  if (!user) redirect("/");
  return user;
}
