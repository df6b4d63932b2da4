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

/** Habits of the simulated services and people. */
export const setSwitches = (switches: Record<string, boolean>) =>
  fetch(`${process.env.E2E_SANDBOX_URL}/__sandbox/switches`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(switches),
  });

type Listed = { id?: string; uri?: string; name?: string; readable?: boolean; total?: number };

/** What really is in a person's library at Spotify. */
export async function readLibrary(userId: string, kind: string): Promise<Listed[]> {
  const response = await fetch(
    `${process.env.E2E_SANDBOX_URL}/__sandbox/users/${userId}/library/${kind}`,
  );
  const { items }: { items: Listed[] } = await response.json();
  return items;
}

/** What a person does on Spotify by hand. */
export async function actAs(userId: string, deed: string, body: unknown) {
  const response = await fetch(`${process.env.E2E_SANDBOX_URL}/__sandbox/users/${userId}/${deed}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`the sandbox refused ${deed}: ${await response.text()}`);
}
