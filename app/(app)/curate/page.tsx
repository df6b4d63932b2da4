import { redirect } from "next/navigation";
import { loadLastBoard } from "@/lib/curation/loaders";

export default async function CuratePage() {
  const last = await loadLastBoard();
  redirect(last ? `/curate/${last.styleSlug}/${last.week}` : "/home");
}
