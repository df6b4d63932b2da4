import { setTimeout as sleep } from "node:timers/promises";
import type { Inngest, InngestFunction } from "inngest";
import { hashedSigningKey } from "../signature";
import { Notes } from "../testing/notes";

/** A server that speaks Inngest's protocol. */
export interface InngestServer {
  url: string;
  /** Null for a dev server, which checks none. */
  signingKey: string | null;
  eventKey: string;
}

/** What a function of the server is to do, and how it is seen from outside. */
export interface Scenario {
  /** The guarantee. */
  title: string;
  /** Takes up to a minute. */
  slow?: true;
  functions(scene: Scene): InngestFunction.Like[];
  /** Yields what is compared with `expected`. */
  play(scene: Scene): Promise<unknown>;
  expected: unknown;
}

export interface Scene {
  define: Inngest["createFunction"];
  client: Inngest;
  /** Notes a deed and returns it. */
  note(deed: string): string;
  notes: Notes;
  /** Sends one event for each of the data and yields their ids. */
  send(name: string, ...data: Record<string, unknown>[]): Promise<string[]>;
  /** How the runs of each event ended, once every event has that many. */
  ended(ids: string[], runsEach?: number): Promise<string[]>;
  noted(count: number): Promise<void>;
  until(condition: () => boolean | Promise<boolean>): Promise<void>;
}

const PATIENCE_MS = 120_000;

export function createScene(client: Inngest, server: InngestServer): Scene {
  const notes = new Notes();
  const authorization = server.signingKey && `Bearer ${hashedSigningKey(server.signingKey)}`;

  async function statuses(eventId: string): Promise<string[]> {
    const response = await fetch(`${server.url}/v1/events/${eventId}/runs`, {
      headers: authorization ? { authorization } : {},
    });
    if (!response.ok) return [];
    const { data } = (await response.json()) as { data: { status: string }[] | null };
    return (data ?? []).map(({ status }) => status);
  }

  async function until(condition: () => boolean | Promise<boolean>) {
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await condition())) {
      if (Date.now() > deadline) throw new Error(`nothing more came after ${notes.all.join(", ")}`);
      await sleep(100);
    }
  }

  async function endedRunsOf(id: string, count: number) {
    let found: string[] = [];
    await until(async () => {
      found = await statuses(id);
      return found.length >= count && !found.some((status) => /Queued|Running/.test(status));
    });
    return found;
  }

  return {
    define: client.createFunction,
    client,
    note: notes.add,
    notes,
    until,
    async send(name, ...data) {
      const events = data.length > 0 ? data.map((each) => ({ name, data: each })) : [{ name }];
      return (await client.send(events)).ids;
    },
    ended: async (ids, runsEach = 1) =>
      (await Promise.all(ids.map((id) => endedRunsOf(id, runsEach)))).flat(),
    noted: (count) => until(() => notes.all.length >= count),
  };
}
