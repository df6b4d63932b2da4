import "server-only";
import pino from "pino";
import { env } from "@/lib/env";

export const log = pino({
  level: env.LOG_LEVEL,
  base: { app: "web" },
  redact: {
    paths: [
      "*.accessToken",
      "*.refreshToken",
      "*.access_token",
      "*.refresh_token",
      "*.token",
      "*.authorization",
      "*.headers.authorization",
      "*.headers.cookie",
    ],
    censor: "[removed]",
  },
});
