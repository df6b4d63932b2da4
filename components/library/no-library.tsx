import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

/** Nothing can be known of a library without a connection. */
export function NoLibrary() {
  return (
    <div className="px-6 phone:px-4">
      <Empty
        title="Spotify is not connected"
        action={
          <Button asChild look="primary">
            <Link href="/settings">Connect it in Settings</Link>
          </Button>
        }
      >
        Once it is, Clouder reads your playlists, saved tracks and albums, top lists, plays and the
        artists you follow, and keeps how they change.
      </Empty>
    </div>
  );
}
