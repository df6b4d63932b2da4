import type { Route } from "next";
import Link from "next/link";

type Props = {
  label: string;
  current: string;
  choices: readonly { id: string; name: string; href: string }[];
};

/** A choice of few, each an address of its own. */
export function ChoiceLinks({ label, current, choices }: Props) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1">
      {choices.map(({ id, name, href }) => (
        <Link
          key={id}
          href={href as Route}
          scroll={false}
          aria-current={id === current ? "true" : undefined}
          className="rounded-md border border-transparent px-2 py-1 text-xs text-ink-2 hover:bg-hover hover:text-ink aria-[current]:border-line-strong aria-[current]:bg-raised aria-[current]:text-ink"
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
