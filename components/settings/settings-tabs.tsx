import type { Route } from "next";
import Link from "next/link";

const tabs = [
  { id: "general", href: "/settings", name: "General" },
  { id: "connections", href: "/settings/connections", name: "Connections" },
  { id: "data", href: "/settings/data", name: "Your data" },
  { id: "api", href: "/settings/api", name: "API" },
] as const;

export function SettingsTabs({ current }: { current: (typeof tabs)[number]["id"] }) {
  return (
    <nav aria-label="Settings" className="flex gap-[18px]">
      {tabs.map(({ id, href, name }) => (
        <Link
          key={id}
          href={href as Route}
          aria-current={id === current ? "page" : undefined}
          className="border-b-2 border-transparent py-1 text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:text-ink"
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
