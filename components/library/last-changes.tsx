import Link from "next/link";
import type { ReactNode } from "react";
import { TimeAgo } from "@/components/ui/time-ago";
import { type PersonalProvider, providerName } from "@/lib/connections/provider";
import type { LibraryChange } from "@/lib/library/library-view";
import { ChangeLine } from "./change-line";
import { changesPage } from "./library-links";

type Props = {
  changes: readonly LibraryChange[];
  provider: PersonalProvider;
  /** The choice of a library, where there are several. */
  children: ReactNode;
};

/** The last few things that came into the library or left it; nothing while there are none. */
export function LastChanges({ changes, provider, children }: Props) {
  const [newest] = changes;
  if (!newest) return children;
  return (
    <section aria-labelledby="last-changes" className="pt-7">
      <h2
        id="last-changes"
        className="flex items-baseline gap-2 pb-1 text-xs font-medium text-ink-3"
      >
        <Link href={changesPage(provider)} className="rounded-sm hover:text-ink hover:underline">
          Last changes of your library
        </Link>
        <span className="ml-auto font-normal">
          from {providerName(provider)}, <TimeAgo iso={newest.at} />
        </span>
      </h2>
      {children}
      <ul>
        {changes.map((change) => (
          <ChangeLine key={`${change.list} ${change.id}`} change={change} provider={provider} />
        ))}
      </ul>
    </section>
  );
}
