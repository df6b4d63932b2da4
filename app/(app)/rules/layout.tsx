import type { ReactNode } from "react";
import { RulesSections } from "@/components/rules/rules-sections";
import { PageHeader } from "@/components/shell/page-header";

export default function RulesLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <PageHeader title="Rules">
        <RulesSections />
      </PageHeader>
      {children}
    </>
  );
}
