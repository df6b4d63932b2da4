"use client";

import { useSelectedLayoutSegment } from "next/navigation";
import { SectionTabs } from "@/components/ui/section-tabs";

const sections = [
  { id: "sets", href: "/rules", name: "Rule sets" },
  { id: "sources", href: "/rules/sources", name: "Sources" },
  { id: "unmatched", href: "/rules/unmatched", name: "In no rule set" },
] as const;

/** The sides of rules: the rule sets, what they draw from, and what none of them takes. */
export function RulesSections() {
  const opened = useSelectedLayoutSegment();
  const current = sections.find(({ id }) => id === opened)?.id ?? "sets";
  return <SectionTabs label="Rules" tabs={sections} current={current} />;
}
