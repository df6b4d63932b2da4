import Link from "next/link";
import { TimeAgo } from "@/components/ui/time-ago";
import type { Provider } from "@/lib/connections/provider";
import type { LibraryChange } from "@/lib/library/library-view";
import { ChangeLine } from "./change-line";

type Props = { changes: readonly LibraryChange[]; provider: Provider };

/** The last few things that came into the library or left it; nothing while there are none. */
export function LastChanges({ changes, provider }: Props) {
  const [newest] = changes;
  if (!newest) return null;
  return (
    <section aria-labelledby="last-changes" className="pt-7">
      <h2
        id="last-changes"
        className="flex items-baseline gap-2 pb-1 text-xs font-medium text-ink-3"
      >
        <Link href="/library/changes" className="rounded-sm hover:text-ink hover:underline">
          Last changes of your library
        </Link>
        <span className="ml-auto font-normal">
          from Spotify, <TimeAgo iso={newest.at} />
        </span>
      </h2>
      <ul>
        {changes.map((change) => (
          <ChangeLine key={`${change.list} ${change.id}`} change={change} provider={provider} />
        ))}
      </ul>
    </section>
  );
}
