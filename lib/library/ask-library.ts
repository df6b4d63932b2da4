import "server-only";
import type { Db } from "@/db/handle";
import { accessTokenFor } from "@/lib/connections/access-token";
import type { Provider } from "@/lib/connections/provider";
import { heldToken } from "@/lib/traffic/held-token";
import { PROOF } from "./part";
import { libraryOf } from "./provider-libraries";
import type { LibraryPage, LibraryPlace } from "./provider-library";

const TOKEN_HELD_S = 600;

/** Asks for one page of a library. */
export type AskLibrary = (place: LibraryPlace) => Promise<LibraryPage>;

/** Asks with the user's token; one that is refused is renewed once for all requests under way. */
export function askLibrary(
  db: Db,
  owner: { userId: string; provider: Provider; profileId: string | null },
): AskLibrary {
  const { userId, provider, profileId } = owner;
  const withToken = heldToken(async (last) => {
    const { token } = await accessTokenFor(db, { userId, provider, rejected: last?.token });
    return { token, refreshToken: null, expiresInSeconds: TOKEN_HELD_S };
  });
  const { readPage } = libraryOf(provider);
  return ({ subject, ...place }) => {
    const asked = { ...place, subject: subject === PROOF ? "" : subject };
    return withToken((token) => readPage({ token, profileId }, asked));
  };
}
