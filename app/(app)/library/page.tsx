import type { Metadata } from "next";
import { Library } from "@/components/library/library";
import { LibrarySections } from "@/components/library/library-sections";
import { NoLibrary } from "@/components/library/no-library";
import { PageHeader } from "@/components/shell/page-header";
import { readWish, writeWish } from "@/lib/library/library-address";
import { loadLibrary } from "@/lib/library/loaders";

export const metadata: Metadata = { title: "Library" };

export default async function LibraryPage({ searchParams }: PageProps<"/library">) {
  const asked = Object.entries(await searchParams);
  const wish = readWish(
    new URLSearchParams(
      asked.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
    ),
  );
  const found = await loadLibrary(wish);
  return (
    <>
      <PageHeader title="Library" detail={found ? "from Spotify" : undefined}>
        <LibrarySections current="library" />
      </PageHeader>
      {found ? (
        <Library
          search={writeWish(wish)}
          overview={found.overview}
          first={found.first}
          sync={found.sync}
        />
      ) : (
        <NoLibrary />
      )}
    </>
  );
}
