type Playlist = { name: string; uris: string[] };

type State = {
  users: {
    displayName: string;
    playlists: { name: string; items: { uri: string }[] }[];
  }[];
};

/** What a person's Spotify holds, as the sandbox knows it. */
export async function readPlaylists(displayName: string): Promise<Playlist[]> {
  const response = await fetch(`${process.env.E2E_SANDBOX_URL}/__sandbox/state`);
  const { users }: State = await response.json();
  const playlists = users.find((user) => user.displayName === displayName)?.playlists ?? [];
  return playlists.map(({ name, items }) => ({ name, uris: items.map(({ uri }) => uri) }));
}

type Fault = {
  kind: string;
  match: { path: string };
  times?: number;
  retryAfter?: number;
  ms?: number;
};

/** Has a simulated service misbehave until told otherwise. */
export async function makeFault(fault: Fault) {
  await fetch(`${process.env.E2E_SANDBOX_URL}/__sandbox/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(fault),
  });
}

export const clearFaults = () =>
  fetch(`${process.env.E2E_SANDBOX_URL}/__sandbox/faults`, { method: "DELETE" });
