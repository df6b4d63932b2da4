import type { ReactNode } from "react";
import { RuleSetList } from "@/components/rules/rule-set-list";
import { loadRuleSets, loadTemplates } from "@/lib/rules/loaders";

export default async function RuleSetsLayout({ children }: { children: ReactNode }) {
  const [sets, templates] = await Promise.all([loadRuleSets(), loadTemplates()]);
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[13rem_minmax(0,1fr)] grid-rows-[minmax(0,1fr)] xl:grid-cols-[15rem_minmax(0,1fr)] phone:grid-cols-1">
      <RuleSetList sets={sets} templates={templates} />
      {children}
    </div>
  );
}
