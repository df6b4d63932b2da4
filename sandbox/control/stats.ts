export interface LoggedRequest {
  at: string;
  method: string;
  /** With its query. */
  path: string;
  /** Null when the connection was dropped without an answer. */
  status: number | null;
}

const KEPT_REQUESTS = 5_000;

/** A request without its ids: "GET /spotify/v1/playlists/:id/items". */
function endpointOf(method: string, pathname: string): string {
  const path = pathname
    .split("/")
    .map((segment) => (/^(\d+|[0-9A-Za-z]{22})(\.\w+)?$/.test(segment) ? ":id" : segment))
    .join("/");
  return `${method} ${path}`;
}

/** Counts what was asked and how it was answered. */
export function createStats() {
  const endpoints = new Map<string, { count: number; statuses: Record<string, number> }>();
  let requests: LoggedRequest[] = [];

  return {
    record(request: LoggedRequest) {
      const pathname = request.path.split("?")[0] ?? "";
      const endpoint = endpointOf(request.method, pathname);
      const known = endpoints.get(endpoint) ?? { count: 0, statuses: {} };
      const status = String(request.status ?? "dropped");
      known.count += 1;
      known.statuses[status] = (known.statuses[status] ?? 0) + 1;
      endpoints.set(endpoint, known);
      requests.push(request);
      if (requests.length > KEPT_REQUESTS * 2) requests = requests.slice(-KEPT_REQUESTS);
    },
    endpoints: () => Object.fromEntries([...endpoints].toSorted(([a], [b]) => a.localeCompare(b))),
    /** The last requests whose method and path match, oldest first. */
    requests: (match: RegExp) =>
      requests.slice(-KEPT_REQUESTS).filter(({ method, path }) => match.test(`${method} ${path}`)),
    reset() {
      endpoints.clear();
      requests = [];
    },
  };
}
