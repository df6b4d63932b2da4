import clsx from "clsx";
import type { Route } from "next";
import Link from "next/link";

type Tab = { readonly id: string; readonly href: string; readonly name: string };

type Props<Tabs extends readonly Tab[]> = {
  /** What it is that has these sides. */
  label: string;
  tabs: Tabs;
  current?: Tabs[number]["id"];
  className?: string;
};

/** The sides of a page, each at an address of its own. */
export function SectionTabs<const Tabs extends readonly Tab[]>({
  label,
  tabs,
  current,
  className,
}: Props<Tabs>) {
  return (
    <nav aria-label={label} className={clsx("flex gap-x-[18px]", className)}>
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
