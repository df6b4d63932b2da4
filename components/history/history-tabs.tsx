import type { Route } from "next";
import Link from "next/link";

const tabs = [
  { id: "listening", href: "/library/history", name: "Listening" },
  { id: "taste", href: "/library/history/taste", name: "Taste" },
  { id: "golden", href: "/library/history/golden", name: "Golden, played" },
  { id: "import", href: "/library/history/import", name: "Import" },
] as const;

/** The sides of a history. */
export function HistoryTabs({ current }: { current: (typeof tabs)[number]["id"] }) {
  return (
    <nav aria-label="History" className="flex flex-wrap gap-x-[18px] pb-4">
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
