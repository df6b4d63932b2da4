import type { Metadata } from "next";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { MyStyles } from "@/components/styles/my-styles";
import { StyleChooser } from "@/components/styles/style-chooser";
import { StylesMissing } from "@/components/styles/styles-missing";
import { loadStyles } from "@/lib/curation/loaders";

export const metadata: Metadata = { title: "Styles" };

export default async function StylesPage({ searchParams }: PageProps<"/styles">) {
  const [{ styles, problem }, { q }] = await Promise.all([loadStyles(), searchParams]);
  const asked = typeof q === "string" ? q : "";
  const mine = styles
    .filter(({ followed }) => followed)
    .sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  return (
    <>
      <PageHeader title="Styles" />
      <PageBody>
        <div className="flex max-w-5xl flex-col gap-9">
          {mine.length > 0 && (
            <section aria-labelledby="mine">
              <h2 id="mine" className="pb-2 text-xs font-medium text-ink-3">
                Mine, in the order of the rail
              </h2>
              <MyStyles styles={mine} />
            </section>
          )}
          <section aria-labelledby="all">
            <h2 id="all" className="pb-2 text-xs font-medium text-ink-3">
              All styles on Beatport
            </h2>
            {problem ? (
              <StylesMissing problem={problem} />
            ) : (
              <StyleChooser key={asked} styles={styles} asked={asked} />
            )}
          </section>
        </div>
      </PageBody>
    </>
  );
}
