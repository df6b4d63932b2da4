import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Gathering } from "@/components/sources/gathering";
import { loadGathering } from "@/lib/sources/loaders";

export const metadata: Metadata = { title: "Gathered tracks · Rules" };

export default async function GatheringPage({ searchParams }: PageProps<"/rules/sources/tracks">) {
  const { of } = await searchParams;
  const gathering = typeof of === "string" ? await loadGathering(of) : null;
  if (!gathering) notFound();
  return <Gathering key={String(of)} sources={gathering.sources} first={gathering.first} />;
}
