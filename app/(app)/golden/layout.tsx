import type { ReactNode } from "react";
import { GoldenList } from "@/components/golden/golden-list";
import { PageHeader } from "@/components/shell/page-header";
import { loadGolden } from "@/lib/curation/loaders";

export default async function GoldenLayout({ children }: { children: ReactNode }) {
  const categories = await loadGolden();
  if (categories.length === 0) return children;
  return (
    <>
      <PageHeader title="Golden" />
      <div className="grid min-h-0 flex-1 grid-cols-[13rem_minmax(0,1fr)] xl:grid-cols-[15rem_minmax(0,1fr)] phone:grid-cols-1">
        <GoldenList categories={categories} />
        {children}
      </div>
    </>
  );
}
