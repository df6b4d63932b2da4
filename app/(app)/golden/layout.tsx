import Link from "next/link";
import type { ReactNode } from "react";
import { GoldenList } from "@/components/golden/golden-list";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { loadGolden } from "@/lib/curation/loaders";

export default async function GoldenLayout({ children }: { children: ReactNode }) {
  const categories = await loadGolden();
  if (categories.length === 0) return <NothingGolden />;
  return (
    <>
      <PageHeader title="Golden" />
      <div className="grid min-h-0 flex-1 grid-cols-[13rem_minmax(0,1fr)] xl:grid-cols-[15rem_minmax(0,1fr)] phone:grid-cols-1">
        <GoldenList categories={categories} />
        {children}
      </div>
    </>
  );
}

function NothingGolden() {
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
