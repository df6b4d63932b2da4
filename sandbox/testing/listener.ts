import { z } from "zod";
import type { SandboxOptions } from "../server";
import { startClient } from "./client";

const LIBRARY_SCOPES =
  "user-top-read user-read-recently-played playlist-read-private playlist-read-collaborative playlist-modify-public user-library-read user-library-modify user-follow-read user-follow-modify";

const page = z.looseObject({ items: z.array(z.unknown()), next: z.string().nullable() });
const truth = z.object({ total: z.number(), items: z.array(z.unknown()) });

export type Listener = Awaited<ReturnType<typeof startListener>>;

/** A sandbox whose users have libraries, and calls as one of them. */
export async function startListener(options: SandboxOptions = {}, user = "mira.okafor") {
  const client = await startClient({ library: "small", ...options });
  const signIn = () => client.spotify(user, LIBRARY_SCOPES);
  let signedIn = await signIn();
  const api: typeof signedIn = (path, init) => signedIn(path, init);

  return {
    ...client,
    api,

    /** All items of a paged list, over its links. */
    async readAll<Schema extends z.ZodType>(path: string, item: Schema, within?: string) {
      const items: z.output<Schema>[] = [];
      let next: string | null = path;
      while (next) {
        const body: unknown = await (await api(next)).json();
        const answer = page.parse(
          within ? z.looseObject({ [within]: z.unknown() }).parse(body)[within] : body,
        );
        items.push(...z.array(item).parse(answer.items));
        next = answer.next?.slice(answer.next.indexOf("/v1") + 3) ?? null;
      }
      return items;
    },

    /** What really is in the user's library. */
    async truth<Schema extends z.ZodType>(kind: string, item: Schema, of = user) {
      const answer = await client.control(`/users/${of}/library/${kind}`);
      return z.array(item).parse(truth.parse(await answer.json()).items);
    },

    act: (what: string, body: object, by = user) => client.control(`/users/${by}/${what}`, body),

    /** Moves the clock; the user signs in again, as tokens do not outlive it. */
    async clock(body: object) {
      const answer = await client.control("/clock", body);
      signedIn = await signIn();
      return answer;
    },
  };
}
