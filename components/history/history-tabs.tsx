import { SectionTabs } from "@/components/ui/section-tabs";

const tabs = [
  { id: "listening", href: "/library/history", name: "Listening" },
  { id: "taste", href: "/library/history/taste", name: "Taste" },
  { id: "golden", href: "/library/history/golden", name: "Golden, played" },
  { id: "import", href: "/library/history/import", name: "Import" },
] as const;

/** The sides of a history. */
export function HistoryTabs({ current }: { current: (typeof tabs)[number]["id"] }) {
  return <SectionTabs label="History" tabs={tabs} current={current} className="flex-wrap pb-4" />;
}
