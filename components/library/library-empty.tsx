import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { providerName } from "@/lib/connections/provider";
import type { LibraryWish } from "@/lib/library/library-address";
import type { PartView, SyncView } from "@/lib/library/library-view";
import type { LibraryPart } from "@/lib/library/part";
import { isOpenSync } from "./sync-words";

const nothing: Record<LibraryPart, string> = {
  top_tracks: "No top tracks yet",
  top_artists: "No top artists yet",
  top_albums: "No heavy rotation yet",
  recent_tracks: "Nothing played yet",
  recently_added: "Nothing added yet",
  recently_played: "Nothing played yet",
  playlists: "No playlists",
  saved_tracks: "No saved tracks",
  saved_albums: "No saved albums",
  followed_artists: "No followed artists",
};

type Props = {
  wish: LibraryWish;
  sync: SyncView | undefined;
  onClear: () => void;
  onNow: () => void;
};

/** A list with nothing in it: filtered away, not read yet, not known of that day, refused, or empty. */
export function LibraryEmpty({ wish, sync, onClear, onNow }: Props) {
  const run = sync?.run ?? null;
  const part = run?.parts.find((one) => one.part === wish.part);
  if (wish.text || wish.filter) {
    return <Empty title="Nothing fits" action={<Button onClick={onClear}>Show all</Button>} />;
  }
  if (wish.at) {
    return (
      <Empty
        title="Nothing is known of that day"
        action={<Button onClick={onNow}>Back to now</Button>}
      >
        Either the list was empty, or Clouder had not read it yet.
      </Empty>
    );
  }
  if (!run) {
    return (
      <Empty title="Your library has not been read yet">
        “Sync now” reads all of it in the background. Rows appear here as they come in.
      </Empty>
    );
  }
  if (isOpenSync(run.status) && isUnread(part)) {
    return (
      <Empty title="On its way">This list is being read. Its rows appear when it is whole.</Empty>
    );
  }
  if (part?.problem) return <Empty title="This list could not be read">{part.problem}</Empty>;
  return (
    <Empty title={nothing[wish.part]}>
      What you add on {providerName(wish.provider)} shows up with the next sync.
    </Empty>
  );
}

const isUnread = (part: PartView | undefined) => part !== undefined && isOpenSync(part.status);
