import clsx from "clsx";
import Link from "next/link";
import { Cover } from "@/components/ui/cover";
import { LocalTime } from "@/components/ui/local-time";
import { ServiceLink } from "@/components/ui/service-link";
import { type PersonalProvider, providerName } from "@/lib/connections/provider";
import type {
  PlaylistComparison as Comparison,
  PlaylistChange,
} from "@/lib/library/playlist-history";
import { isTrack } from "./entry-words";
import { trackPage } from "./library-links";

type Props = {
  comparison: Comparison;
  from: string;
  /** Null is now. */
  to: string | null;
  provider: PersonalProvider;
};

const kinds = {
  plus: { mark: "+", word: "Added", color: "text-ok" },
  minus: { mark: "−", word: "Removed", color: "text-danger" },
  moved: { mark: "~", word: "Moved", color: "text-warning" },
} as const;

/** What is different between two states of a playlist. */
export function PlaylistComparison({ comparison, from, to, provider }: Props) {
  const { changes, counts } = comparison;
  const hidden = counts.plus + counts.minus + counts.moved - changes.length;
  return (
    <section
      aria-labelledby="comparison"
      className="min-h-0 flex-1 overflow-y-auto px-5 py-4 phone:px-4"
    >
      <h2 id="comparison" className="pb-2 text-md font-semibold tracking-tight">
        From <LocalTime iso={from} show="moment" /> to{" "}
        {to === null ? "now" : <LocalTime iso={to} show="moment" />}
        <span className="font-normal text-ink-3">
          {" "}
          {counts.plus} added, {counts.minus} removed, {counts.moved} moved
        </span>
      </h2>
      {changes.length === 0 && <p className="text-ink-2">The two states are the same.</p>}
      <ul className="max-w-4xl">
        {changes.map((change) => (
          <Line key={`${change.kind} ${change.occurrence}`} change={change} provider={provider} />
        ))}
      </ul>
      {hidden > 0 && <p className="pt-2 text-xs text-ink-3">And {hidden} more.</p>}
    </section>
  );
}

function Line({ change, provider }: { change: PlaylistChange; provider: PersonalProvider }) {
  const { mark, word, color } = kinds[change.kind];
  const name = change.name || `No longer on ${providerName(provider)}`;
  const hasPage = change.externalId !== null && isTrack({ kind: change.itemKind });
  return (
    <li className="flex h-11 items-center gap-3 border-t">
      <span aria-hidden="true" className={clsx("w-3 text-center font-semibold", color)}>
        {mark}
      </span>
      <Cover url={change.coverUrl} className="size-8 object-contain!" />
      <div className="min-w-0 flex-1">
        <div className="truncate" title={name}>
          {hasPage && change.externalId !== null ? (
            <Link
              href={trackPage(change.externalId, provider)}
              prefetch={false}
              className="rounded-sm underline-offset-3 hover:underline"
            >
              {name}
            </Link>
          ) : (
            name
          )}
          <span className="text-ink-3"> {change.artists.join(", ")}</span>
        </div>
        <div className="text-xs text-ink-2">
          {word} {placeWords(change)}
        </div>
      </div>
      {change.url && (
        <span className="text-xs">
          <ServiceLink service={providerName(provider)} href={change.url} of={name} />
        </span>
      )}
    </li>
  );
}

function placeWords({ kind, place, placeBefore }: PlaylistChange): string {
  if (kind === "plus") return `at ${place}`;
  return kind === "minus" ? `from ${placeBefore}` : `from ${placeBefore} to ${place}`;
}
