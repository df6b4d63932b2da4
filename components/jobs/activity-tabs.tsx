import { SectionTabs } from "@/components/ui/section-tabs";

const tabs = [
  { id: "jobs", href: "/activity", name: "Jobs" },
  { id: "quota", href: "/activity/quota", name: "Quota" },
] as const;

/** The two sides of Activity: what runs, and what it costs. */
export function ActivityTabs({ current }: { current: (typeof tabs)[number]["id"] }) {
  return <SectionTabs label="Activity" tabs={tabs} current={current} />;
}
