import type { Instrumentation } from "next";
import "@/lib/metrics/process-metrics";
import { log } from "@/lib/log";
import { inRequest, REQUEST_ID } from "@/lib/request-context";

/** What escapes a page, an action or a route is a bug: it is logged with the request it broke. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const id = request.headers[REQUEST_ID];
  inRequest(typeof id === "string" ? id : null, () =>
    log.error(
      { error, method: request.method, path: request.path.split("?")[0], route: context.routePath },
      "a request failed",
    ),
  );
};
