import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { env } from "@/lib/env";
import { appearanceCookies } from "./cookies";
import { railInput, themeInput } from "./schema";
import type { Rail, Theme } from "./theme";

/** What this browser chose; an unknown value counts as no choice. */
export const loadAppearance = cache(
  async (): Promise<{ theme: Theme; rail: Rail; demo: boolean }> => {
    const jar = await cookies();
    const theme = themeInput.safeParse({ theme: jar.get(appearanceCookies.theme)?.value });
    const rail = railInput.safeParse({ rail: jar.get(appearanceCookies.rail)?.value });
    return {
      theme: theme.success ? theme.data.theme : "system",
      rail: rail.success ? rail.data.rail : "auto",
      demo: env.SANDBOX_URL !== undefined,
    };
  },
);
