"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useDeferredValue, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { splitStyleName } from "@/lib/catalog/style-name";
import type { StyleView } from "@/lib/curation/style-view";

type Props = {
  styles: readonly StyleView[];
  /** What was typed and sent before the page could answer by itself. */
  asked?: string;
};

/** Every style there is, found by typing; Enter opens the first. */
export function StyleChooser({ styles, asked = "" }: Props) {
  const router = useRouter();
  const [typed, setTyped] = useState(asked);
  const words = useDeferredValue(typed).toLowerCase().split(/\s+/);
  const found = styles
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));

  const openFirst = (event: FormEvent) => {
    event.preventDefault();
    const [first] = found;
    if (first) router.push(`/styles/${first.slug}`);
  };

  return (
    <search>
      <form action="/styles" onSubmit={openFirst} className="flex items-center gap-3 pb-4">
        <Input
          type="search"
          name="q"
          aria-label="Find a style"
          placeholder="Find a style"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="max-w-72"
        />
        <p aria-live="polite" className="text-xs text-ink-3 tabular-nums">
          {found.length} of {styles.length}
        </p>
      </form>
      {found.length === 0 ? (
        <p className="flex flex-wrap items-center gap-3 text-ink-2">
          No style is called “{typed.trim()}”.
          <Button size="sm" onClick={() => setTyped("")}>
            Show all
          </Button>
        </p>
      ) : (
        <ul className="gap-x-7 sm:columns-2 xl:columns-3">
          {found.map((style) => (
            <StyleLine key={style.id} style={style} />
          ))}
        </ul>
      )}
    </search>
  );
}

function StyleLine({ style }: { style: StyleView }) {
  const { family, branch } = splitStyleName(style.name);
  return (
    <li className="break-inside-avoid border-t">
      <Link
        href={`/styles/${style.slug}`}
        className="-mx-2 flex h-9 items-center gap-3 rounded-md px-2 hover:bg-hover"
      >
        <span className="min-w-0 flex-1 truncate">
          {family}
          {branch && <span className="text-ink-3"> {branch}</span>}
        </span>
        {style.followed && (
          <span className="flex items-center gap-1.5 text-xs text-ink-2">
            <Check aria-hidden="true" className="size-3.5" />
            mine
          </span>
        )}
      </Link>
    </li>
  );
}
