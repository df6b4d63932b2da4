"use server";

import { cookies } from "next/headers";
import { userAction } from "@/lib/action";
import { appearanceCookieOptions, appearanceCookies } from "./cookies";
import { railInput, themeInput } from "./schema";

export const setThemeAction = userAction(themeInput, async ({ input }) => {
  const jar = await cookies();
  jar.set(appearanceCookies.theme, input.theme, appearanceCookieOptions);
});

export const setRailAction = userAction(railInput, async ({ input }) => {
  const jar = await cookies();
  jar.set(appearanceCookies.rail, input.rail, appearanceCookieOptions);
});
