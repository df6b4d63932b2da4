import { SectionTabs } from "@/components/ui/section-tabs";

const sections = [
  { id: "library", href: "/library", name: "Everything" },
  { id: "changes", href: "/library/changes", name: "Changes" },
  { id: "history", href: "/library/history", name: "History" },
] as const;

/** The sides of a library: what is in it, and what came and went. */
export function LibrarySections({ current }: { current?: (typeof sections)[number]["id"] }) {
  return <SectionTabs label="Library" tabs={sections} current={current} />;
}
