import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RuleEditor } from "@/components/rules/rule-editor";
import { RuleSetHead } from "@/components/rules/rule-set-head";
import { loadRuleSet, loadRuleZone, loadSourceOffers, loadTargets } from "@/lib/rules/loaders";

type Props = PageProps<"/rules/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await loadRuleSet((await params).id);
  return { title: found ? `${found.ruleSet.name} · Rules` : "Unknown rule set" };
}

export default async function RuleSetPage({ params }: Props) {
  const [found, playlists, sources, timeZone] = await Promise.all([
    loadRuleSet((await params).id),
    loadTargets(),
    loadSourceOffers(),
    loadRuleZone(),
  ]);
  if (!found) notFound();
  const { ruleSet, result } = found;
  return (
    <div className="grid min-h-0 min-w-0 grid-rows-[auto_minmax(0,1fr)]">
      <RuleSetHead id={ruleSet.id} name={ruleSet.name} />
      <RuleEditor
        key={ruleSet.id}
        ruleSet={ruleSet}
        first={result}
        playlists={playlists}
        sources={sources}
        timeZone={timeZone}
      />
    </div>
  );
}
