import { SectionTabs } from "@/components/ui/section-tabs";

const tabs = [
  { id: "general", href: "/settings", name: "General" },
  { id: "connections", href: "/settings/connections", name: "Connections" },
  { id: "data", href: "/settings/data", name: "Your data" },
  { id: "api", href: "/settings/api", name: "API" },
] as const;

export function SettingsTabs({ current }: { current: (typeof tabs)[number]["id"] }) {
  return <SectionTabs label="Settings" tabs={tabs} current={current} />;
}
