import { z } from "zod";
import { personalProviders } from "./provider";
import { scheduleHours } from "./schedule";

const personalProvider = z.enum(personalProviders);

export const disconnectInput = z.object({ provider: personalProvider });

export const scheduleInput = z.object({
  provider: personalProvider,
  isPaused: z.boolean(),
  everyHours: z.literal(scheduleHours),
});

/** A music user token as MusicKit hands it out. */
export const musicUserToken = z.string().min(20).max(4000).regex(/^\S+$/);

export const keepAppleInput = z.object({ musicUserToken });
