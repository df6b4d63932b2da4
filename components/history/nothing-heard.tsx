import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

/** No play is known yet. */
export function NothingHeard() {
  return (
    <Empty
      title="No play is known yet"
      action={
        <Button asChild look="primary">
          <Link href="/library/history/import">Import your history</Link>
        </Button>
      }
    >
      From now on Clouder keeps what you hear on Spotify. What was before comes with the archive
      that Spotify makes of your extended streaming history.
    </Empty>
  );
}
