import type { Metadata } from "next";
import { TemplateChoice } from "@/components/rules/template-choice";
import { PageBody } from "@/components/shell/page-body";
import { loadKnownTracks, loadRuleSets, loadTemplates } from "@/lib/rules/loaders";

export const metadata: Metadata = { title: "Rules" };

/** What to begin with; a phone that has rule sets shows their list alone. */
export default async function RulesPage() {
  const [sets, templates, tracks] = await Promise.all([
    loadRuleSets(),
    loadTemplates(),
    loadKnownTracks(),
  ]);
  return (
    <PageBody className={sets.length > 0 ? "phone:hidden" : undefined}>
      <div className="max-w-[44rem]">
        <h2 className="text-md font-semibold tracking-tight">
          Playlists that fill themselves by rules
        </h2>
        <p className="max-w-[60ch] pt-1 pb-4 text-ink-2">
          A rule set goes through {tracks > 1 && `the ${tracks.toLocaleString("en")} `}
          tracks you have, shows what it takes while you write it, and changes a playlist only after
          you have seen how. Begin with one of these:
        </p>
        <div className="-mx-3">
          <TemplateChoice templates={templates} />
        </div>
      </div>
    </PageBody>
  );
}
