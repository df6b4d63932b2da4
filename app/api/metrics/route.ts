import { db } from "@/db/client";
import { env } from "@/lib/env";
import { processMetrics } from "@/lib/metrics/process-metrics";
import { readMetrics } from "@/lib/metrics/read-metrics";
import { carriesToken } from "@/lib/metrics/scrape-token";

export const dynamic = "force-dynamic";

/** For Prometheus, which shows METRICS_TOKEN; without that setting there is nothing here. */
export async function GET(request: Request) {
  if (!env.METRICS_TOKEN) return new Response(null, { status: 404 });
  if (!carriesToken(request.headers.get("authorization"), env.METRICS_TOKEN)) {
    return new Response(null, { status: 401, headers: { "www-authenticate": "Bearer" } });
  }
  const [installation, own] = await Promise.all([
    readMetrics(db, { now: new Date() }),
    processMetrics.metrics(),
  ]);
  return new Response(`${installation}\n${own}`, {
    headers: { "content-type": processMetrics.contentType, "cache-control": "no-store" },
  });
}
