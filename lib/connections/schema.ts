import { z } from "zod";
import { scheduleHours } from "./schedule";

/** Providers a person can give up: those with a connection of their own. */
const connectable = z.enum(["spotify"]);

export const disconnectInput = z.object({ provider: connectable });

export const scheduleInput = z.object({
  provider: connectable,
  isPaused: z.boolean(),
  everyHours: z.literal(scheduleHours),
});
