import { type PersonalProvider, providerName } from "@/lib/connections/provider";
import type { SourceKind } from "./source";

const kindNames: Record<SourceKind, string> = {
  liked: "Liked",
  saved_albums: "Albums",
  playlist: "Playlist",
  golden: "Golden",
  silver: "Silver",
  style: "Style",
};

/** What a list is and whose: "Playlist, Spotify". */
export const kindWords = ({
  kind,
  provider,
}: {
  kind: SourceKind;
  provider: PersonalProvider | null;
}) => (provider ? `${kindNames[kind]}, ${providerName(provider)}` : kindNames[kind]);

/** What a list is called, whatever its owner calls it. */
export const listName = (name: string) => name || "Playlist without a name";
