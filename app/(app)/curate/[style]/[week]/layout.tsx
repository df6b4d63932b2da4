import { notFound } from "next/navigation";
import { loadWeekExists } from "@/lib/curation/loaders";

/** Above the skeleton: once that is sent, it is too late to answer 404. */
export default async function WeekLayout(props: LayoutProps<"/curate/[style]/[week]">) {
  const { style, week } = await props.params;
  if (!(await loadWeekExists(style, week))) notFound();
  return props.children;
}
