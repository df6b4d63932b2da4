import type { Metadata } from "next";
import { Sources } from "@/components/sources/sources";
import { loadSources } from "@/lib/sources/loaders";

export const metadata: Metadata = { title: "Sources · Rules" };

export default async function SourcesPage() {
  return <Sources first={await loadSources()} />;
}
