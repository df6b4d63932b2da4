import type { Metadata } from "next";
import { HistoryTabs } from "@/components/history/history-tabs";
import { ImportForm } from "@/components/history/import-form";
import { ImportList } from "@/components/history/import-list";
import { LibrarySections } from "@/components/library/library-sections";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { loadImports } from "@/lib/history/loaders";

export const metadata: Metadata = { title: "Import" };

export default async function ImportPage() {
  const imports = await loadImports();
  return (
    <>
      <PageHeader title="Import">
        <LibrarySections current="history" />
      </PageHeader>
      <PageBody>
        <HistoryTabs current="import" />
        <div className="flex max-w-3xl flex-col gap-5">
          <p className="max-w-[65ch] text-ink-2">
            Spotify shows programs only the last fifty plays. Ask it for your{" "}
            <a
              href="https://www.spotify.com/account/privacy/"
              target="_blank"
              rel="noreferrer"
              className="underline underline-offset-3 hover:text-ink"
            >
              extended streaming history
            </a>
            : within 30 days an archive comes by e-mail with everything you ever played. Plays that
            Clouder knows already are not doubled, and the addresses you played from are left out.
          </p>
          <ImportForm />
          {imports.length > 0 && (
            <section aria-labelledby="imports">
              <h2 id="imports" className="pb-2 font-semibold tracking-tight">
                Imports
              </h2>
              <ImportList imports={imports} />
            </section>
          )}
        </div>
      </PageBody>
    </>
  );
}
