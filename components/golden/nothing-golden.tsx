import Link from "next/link";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

/** Golden before there is a category. */
export function NothingGolden() {
  return (
    <>
      <PageHeader title="Golden" />
      <PageBody>
        <Empty
          title="No Golden playlists yet"
          action={
            <Button asChild look="primary">
              <Link href="/styles">Choose a style</Link>
            </Button>
          }
        >
          Each category of your styles gets one. What you promote into it stays for good, here and
          on Spotify.
        </Empty>
      </PageBody>
    </>
  );
}
