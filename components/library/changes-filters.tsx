import clsx from "clsx";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import type { PersonalProvider } from "@/lib/connections/provider";
import { usualWish } from "@/lib/library/library-address";
import { type ChangeKind, changeKinds } from "@/lib/library/library-view";
import { offeredParts } from "@/lib/library/offered-parts";
import type { LibraryPart } from "@/lib/library/part";
import { partWords } from "@/lib/library/part-words";

export type ChangesView = {
  provider: PersonalProvider;
  part: LibraryPart | null;
  kind: ChangeKind | null;
};

const kindNames: Record<ChangeKind, string> = { came: "Came", went: "Went", changed: "Changed" };

/** The address of the changes that are shown. */
export function changesHref(view: ChangesView & { before?: string }): Route {
  const { provider, part, kind, before } = view;
  const params = new URLSearchParams();
  if (provider !== usualWish.provider) params.set("provider", provider);
  if (part) params.set("part", part);
  if (kind) params.set("kind", kind);
  if (before) params.set("before", before);
  return `/library/changes?${params}`.replace(/\?$/, "") as Route;
}

/** Which changes are listed: of which list, and what became of it. */
export function ChangesFilters({ provider, part, kind }: ChangesView) {
  return (
    <div className="flex min-h-[49px] flex-wrap items-center gap-x-5 gap-y-1 border-b px-4 py-1.5 phone:px-2.5">
      <nav aria-label="Of which list" className="flex min-w-0 gap-1 overflow-x-auto">
        <Choice href={changesHref({ provider, part: null, kind })} isOn={part === null}>
          All
        </Choice>
        {offeredParts[provider].map((one) => (
          <Choice key={one} href={changesHref({ provider, part: one, kind })} isOn={part === one}>
            {partWords(one, provider)}
          </Choice>
        ))}
      </nav>
      <nav aria-label="What became of it" className="flex gap-1">
        {changeKinds.map((one) => (
          <Choice
            key={one}
            href={changesHref({ provider, part, kind: kind === one ? null : one })}
            isOn={kind === one}
          >
            {kindNames[one]}
          </Choice>
        ))}
      </nav>
    </div>
  );
}

function Choice({ href, isOn, children }: { href: Route; isOn: boolean; children: ReactNode }) {
  return (
    <Link
      href={href}
      aria-current={isOn ? "true" : undefined}
      className={clsx(
        "flex h-7 shrink-0 items-center rounded-md px-2 text-ink-2 hover:bg-hover hover:text-ink",
        isOn && "bg-raised text-ink inset-ring-1 inset-ring-line-strong",
      )}
    >
      {children}
    </Link>
  );
}
