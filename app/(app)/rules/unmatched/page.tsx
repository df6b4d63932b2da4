import type { Metadata } from "next";
import { Unmatched } from "@/components/rules/unmatched";
import { loadUnmatched } from "@/lib/rules/loaders";

export const metadata: Metadata = { title: "In no rule set · Rules" };

export default async function UnmatchedPage({ searchParams }: PageProps<"/rules/unmatched">) {
  const { after } = await searchParams;
  const page = await loadUnmatched(typeof after === "string" ? after : null);
  return <Unmatched page={page} isFirst={typeof after !== "string"} />;
}
