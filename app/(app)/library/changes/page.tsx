import type { Metadata } from "next";
import Link from "next/link";
import { ChangesFeed } from "@/components/library/changes-feed";
import { ChangesFilters, changesHref } from "@/components/library/changes-filters";
import { LibrarySections } from "@/components/library/library-sections";
import { NoLibrary } from "@/components/library/no-library";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { loadChanges } from "@/lib/library/loaders";
import { changesInput } from "@/lib/library/schema";

export const metadata: Metadata = { title: "Changes · Library" };

export default async function ChangesPage({ searchParams }: PageProps<"/library/changes">) {
  const { provider, part = null, kind = null, before = null } = await searchParams;
  const wish = changesInput.parse({ provider, part, kind, before });
  const page = await loadChanges(wish);
  const view = { part: wish.part, kind: wish.kind };
  const isFiltered = view.part !== null || view.kind !== null || wish.before !== null;
  return (
    <>
      <PageHeader title="Library" detail={page ? "from Spotify" : undefined}>
        <LibrarySections current="changes" />
      </PageHeader>
      {page && <ChangesFilters {...view} />}
      {!page && <NoLibrary />}
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
            <NoChanges isFiltered={isFiltered} />
          )}
        </PageBody>
      )}
    </>
  );
}

function NoChanges({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <Empty
        title="No such change"
        action={
          <Button asChild>
            <Link href="/library/changes">Show all</Link>
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
          <Link href="/library">Open the library</Link>
        </Button>
      }
    >
      Every sync compares your library with what was known of it. What came and went is listed here.
    </Empty>
  );
}
