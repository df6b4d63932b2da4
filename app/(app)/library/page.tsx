import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Library } from "@/components/library/library";
import { libraryPage } from "@/components/library/library-links";
import { LibrarySections } from "@/components/library/library-sections";
import { NoLibrary } from "@/components/library/no-library";
import { ProviderSwitch } from "@/components/library/provider-switch";
import { PageHeader } from "@/components/shell/page-header";
import { providerName } from "@/lib/connections/provider";
import { otherProvider, readWish, writeWish } from "@/lib/library/library-address";
import { loadLibraries, loadLibrary } from "@/lib/library/loaders";

export const metadata: Metadata = { title: "Library" };

export default async function LibraryPage({ searchParams }: PageProps<"/library">) {
  const asked = Object.entries(await searchParams);
  const search = new URLSearchParams(
    asked.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  const providers = await loadLibraries();
  const other = otherProvider(search.get("provider"), providers);
  if (other) redirect(libraryPage(other));
  const wish = readWish(search);
  const { provider } = wish;
  const found = await loadLibrary(wish);
  return (
    <>
      <PageHeader title="Library" detail={found ? `from ${providerName(provider)}` : undefined}>
        <ProviderSwitch providers={providers} current={provider} hrefOf={libraryPage} />
        <LibrarySections current="library" provider={provider} />
      </PageHeader>
      {found ? (
        <Library
          key={provider}
          search={writeWish(wish)}
          overview={found.overview}
          first={found.first}
          sync={found.sync}
        />
      ) : (
        <NoLibrary provider={provider} />
      )}
    </>
  );
}
