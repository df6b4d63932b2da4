/**
 * A run in the dashboard of a real Inngest server: it shows one under `/run?runID=`. Null for the
 * built-in engine, which has none, and where no server is named.
 */
export function runUrl(
  runId: string | null,
  { serverUrl, engineUrl }: { serverUrl: string | undefined; engineUrl: string | undefined },
): string | null {
  if (!runId || !serverUrl) return null;
  const server = new URL(serverUrl);
  if (engineUrl && new URL(engineUrl).origin === server.origin) return null;
  const url = new URL("/run", server);
  url.searchParams.set("runID", runId);
  return url.href;
}
