import type { Metadata } from "next";
import { GoldenCategoryView } from "@/components/golden/golden-category";
import { loadGolden, loadGoldenCategory } from "@/lib/curation/loaders";

export const metadata: Metadata = { title: "Golden" };

/** The first playlist stands beside the list; a phone shows the list alone. */
export default async function GoldenPage() {
  const [first] = await loadGolden();
  const page = first ? await loadGoldenCategory(first.id) : null;
  if (!page) return null;
  return (
    <div className="contents phone:hidden">
      <GoldenCategoryView page={page} />
    </div>
  );
}
