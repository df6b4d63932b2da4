import { z } from "zod";
import { rails, themes } from "./theme";

export const themeInput = z.object({ theme: z.enum(themes) });
export const railInput = z.object({ rail: z.enum(rails) });
