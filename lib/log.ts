import "server-only";
import pino from "pino";
import { env } from "@/lib/env";
import { secretHider } from "@/lib/hide-secrets";
import { currentWork } from "@/lib/jobs/work-context";
import { plainError } from "@/lib/plain-error";
import { currentRequest } from "@/lib/request-context";

const hide = secretHider([
  env.NEXTAUTH_SECRET,
  env.TOKEN_KEY,
  env.METRICS_TOKEN,
  env.SPOTIFY_CLIENT_SECRET,
  env.BEATPORT_TOKEN,
  env.BEATPORT_CLIENT_SECRET,
  env.BEATPORT_PASSWORD,
  env.APPLE_PRIVATE_KEY,
]);

/** On whose account a line is written: background work, or a person's request. */
function account() {
  const work = currentWork();
  const requestId = currentRequest();
  return {
    ...(work && {
      jobKind: work.kind,
      jobId: work.jobId,
      runId: work.runId,
      functionId: work.functionId,
    }),
    ...(requestId && { requestId }),
  };
}

const tellError = (error: unknown) => plainError(error);

export const log = pino({
  level: env.LOG_LEVEL,
  base: { app: env.APP_ROLE },
  mixin: account,
  serializers: { error: tellError, err: tellError },
  hooks: { streamWrite: hide },
});
