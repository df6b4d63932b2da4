import type { Route } from "next";
import Link from "next/link";

const sections = [
  { id: "library", href: "/library", name: "Everything" },
  { id: "changes", href: "/library/changes", name: "Changes" },
  { id: "history", href: "/library/history", name: "History" },
] as const;

/** The sides of a library: what is in it, and what came and went. */
export function LibrarySections({ current }: { current?: (typeof sections)[number]["id"] }) {
  return (
    <nav aria-label="Library" className="flex gap-[18px]">
      {sections.map(({ id, href, name }) => (
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
