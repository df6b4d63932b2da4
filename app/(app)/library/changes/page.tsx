import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { ChangesFeed } from "@/components/library/changes-feed";
import { ChangesFilters, changesHref } from "@/components/library/changes-filters";
import { changesPage, libraryPage } from "@/components/library/library-links";
import { LibrarySections } from "@/components/library/library-sections";
import { NoLibrary } from "@/components/library/no-library";
import { ProviderSwitch } from "@/components/library/provider-switch";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { type PersonalProvider, providerName } from "@/lib/connections/provider";
import { otherProvider } from "@/lib/library/library-address";
import { loadChanges, loadLibraries } from "@/lib/library/loaders";
import { changesInput } from "@/lib/library/schema";

export const metadata: Metadata = { title: "Changes · Library" };

export default async function ChangesPage({ searchParams }: PageProps<"/library/changes">) {
  const { provider, part = null, kind = null, before = null } = await searchParams;
  const providers = await loadLibraries();
  const other = otherProvider(typeof provider === "string" ? provider : null, providers);
  if (other) redirect(changesPage(other));
  const wish = changesInput.parse({ provider, part, kind, before });
  const page = await loadChanges(wish);
  const view = { provider: wish.provider, part: wish.part, kind: wish.kind };
  const isFiltered = view.part !== null || view.kind !== null || wish.before !== null;
  return (
    <>
      <PageHeader title="Library" detail={page ? `from ${providerName(wish.provider)}` : undefined}>
        <ProviderSwitch providers={providers} current={wish.provider} hrefOf={changesPage} />
        <LibrarySections current="changes" provider={wish.provider} />
      </PageHeader>
      {page && <ChangesFilters {...view} />}
      {!page && <NoLibrary provider={wish.provider} />}
      {page && (
        <PageBody>
          {page.runs.length > 0 ? (
            <ChangesFeed
              page={page}
              provider={wish.provider}
              kind={wish.kind}
              olderHref={page.older ? changesHref({ ...view, before: page.older }) : null}
            />
          ) : (
            <NoChanges provider={wish.provider} isFiltered={isFiltered} />
          )}
        </PageBody>
      )}
    </>
  );
}

type NoChangesProps = { provider: PersonalProvider; isFiltered: boolean };

function NoChanges({ provider, isFiltered }: NoChangesProps) {
  if (isFiltered) {
    return (
      <Empty
        title="No such change"
        action={
          <Button asChild>
            <Link href={changesPage(provider)}>Show all</Link>
          </Button>
        }
      />
    );
  }
  return (
    <Empty
      title="Nothing has changed yet"
      action={
        <Button asChild>
          <Link href={libraryPage(provider)}>Open the library</Link>
        </Button>
      }
    >
      Every sync compares your library with what was known of it. What came and went is listed here.
    </Empty>
  );
}
