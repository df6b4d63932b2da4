import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ErasureCounts } from "@/components/connections/erasure-counts";
import { LocalTime } from "@/components/ui/local-time";
import { loadErasure } from "@/lib/account/loaders";

export const metadata: Metadata = { title: "Erased", robots: "noindex" };

/** The proof that an erasure happened; whoever has its address sees it, and it names nobody. */
export default async function ErasurePage({ params }: PageProps<"/privacy/erasures/[id]">) {
  const erasure = await loadErasure((await params).id);
  if (!erasure) notFound();
  const { scope, finishedAt, counts } = erasure;
  return (
    <>
      <h1 className="pb-2 text-2xl font-semibold tracking-tight">
        {scope === "account" ? "The account is erased" : "The connection is erased"}
      </h1>
      <p className="max-w-[60ch] pb-6 text-base text-ink-2">
        On <LocalTime iso={finishedAt} show="moment" />. This is what each table held before, and
        what it holds after. Keep the address of this page if you want the proof: it names nobody.
      </p>
      <ErasureCounts counts={counts} />
    </>
  );
}
