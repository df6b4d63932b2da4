import type { Metadata } from "next";
import { GoldenCategoryView } from "@/components/golden/golden-category";
import { NothingGolden } from "@/components/golden/nothing-golden";
import { RecreateMirror } from "@/components/mirrors/recreate-mirror";
import { loadGolden, loadGoldenCategory } from "@/lib/curation/loaders";

export const metadata: Metadata = { title: "Golden" };

/** The first playlist stands beside the list; a phone shows the list alone. */
export default async function GoldenPage() {
  const [first] = await loadGolden();
  const page = first ? await loadGoldenCategory(first.id) : null;
  if (!page) return <NothingGolden />;
  const { mirror } = page.category;
  return (
    <div className="contents phone:hidden">
      <GoldenCategoryView
        page={page}
        remedy={mirror?.removed && <RecreateMirror mirrorId={mirror.id} />}
      />
    </div>
  );
}
