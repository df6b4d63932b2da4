import type { Route } from "next";
import Link from "next/link";

const tabs = [
  { id: "jobs", href: "/activity", name: "Jobs" },
  { id: "quota", href: "/activity/quota", name: "Quota" },
] as const;

/** The two sides of Activity: what runs, and what it costs. */
export function ActivityTabs({ current }: { current: (typeof tabs)[number]["id"] }) {
  return (
    <nav aria-label="Activity" className="flex gap-[18px]">
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
