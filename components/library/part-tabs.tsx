"use client";

import clsx from "clsx";
import { useEffect, useRef } from "react";
import type { PersonalProvider } from "@/lib/connections/provider";
import type { LibraryCounts } from "@/lib/library/library-view";
import { offeredParts } from "@/lib/library/offered-parts";
import type { LibraryPart } from "@/lib/library/part";
import { partWords } from "@/lib/library/part-words";

type Props = {
  provider: PersonalProvider;
  part: LibraryPart;
  counts: LibraryCounts;
  /** What the tabs show. */
  panelId: string;
  onShow: (part: LibraryPart) => void;
};

const count = new Intl.NumberFormat("en");

/** A tab for each kind of thing in a library, with how many there are. */
export function PartTabs({ provider, part, counts, panelId, onShow }: Props) {
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (part) current.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [part]);
  return (
    <div
      role="tablist"
      aria-label="Lists of the library"
      className="flex shrink-0 gap-1 overflow-x-auto border-b px-4 py-1.5 phone:px-2.5"
    >
      {offeredParts[provider].map((one) => {
        const isOn = one === part;
        return (
          <button
            key={one}
            ref={isOn ? current : undefined}
            type="button"
            role="tab"
            aria-selected={isOn}
            aria-controls={panelId}
            tabIndex={isOn ? 0 : -1}
            onClick={() => onShow(one)}
            className={clsx(
              "flex h-7 shrink-0 items-center gap-1.5 rounded-md px-2 text-ink-2 hover:bg-hover hover:text-ink",
              isOn && "bg-raised text-ink inset-ring-1 inset-ring-line-strong",
            )}
          >
            {partWords(one, provider)}
            <span className="text-ink-3 tabular-nums">{count.format(counts[one])}</span>
          </button>
        );
      })}
    </div>
  );
}
