import "server-only";
import { z } from "zod";
import { ProviderError, WaitUntilError } from "@/lib/traffic/provider-error";
import { appleFetch } from "./request";

type Verdict = "accepted" | "refused" | "misconfigured" | "unanswered";

/** Whether Apple knows the user's token, found out by its cheapest request. */
export async function checkUserToken(token: string): Promise<Verdict> {
  const path = "/me/storefront";
  try {
    await appleFetch({ token, lane: "interactive", group: "account", path }, z.unknown());
    return "accepted";
  } catch (error) {
    if (error instanceof WaitUntilError) return "unanswered";
    if (!(error instanceof ProviderError)) throw error;
    if (error.kind === "unauthorized") return "refused";
    return error.status === 401 ? "misconfigured" : "unanswered";
  }
}
