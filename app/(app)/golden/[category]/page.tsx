import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GoldenCategoryView } from "@/components/golden/golden-category";
import { RecreateMirror } from "@/components/mirrors/recreate-mirror";
import { loadGoldenCategory } from "@/lib/curation/loaders";

type Props = PageProps<"/golden/[category]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await loadGoldenCategory((await params).category);
  return { title: page ? `${page.category.name} · Golden` : "Unknown playlist" };
}

export default async function GoldenCategoryPage({ params }: Props) {
  const page = await loadGoldenCategory((await params).category);
  if (!page) notFound();
  const { mirror } = page.category;
  return (
    <GoldenCategoryView
      page={page}
      remedy={mirror?.removed && <RecreateMirror mirrorId={mirror.id} />}
    />
  );
}
