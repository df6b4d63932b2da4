import clsx from "clsx";
import Link from "next/link";
import { Cover } from "@/components/ui/cover";
import { ServiceLink } from "@/components/ui/service-link";
import { type PersonalProvider, providerName } from "@/lib/connections/provider";
import type { ChangeKind, LibraryChange } from "@/lib/library/library-view";
import { changeWords, kindMarks } from "./change-words";
import { isTrack } from "./entry-words";
import { playlistPage, trackPage } from "./library-links";

const marks: Record<ChangeKind, string> = {
  came: "text-ok",
  went: "text-danger",
  changed: "text-warning",
};

type Props = { change: LibraryChange; provider: PersonalProvider };

/** One thing that came, went or changed: what it is, and what became of it. */
export function ChangeLine({ change, provider }: Props) {
  const { kind, coverUrl, artists, url } = change;
  const name = change.name || `No longer on ${providerName(provider)}`;
  return (
    <li className="flex h-11 items-center gap-3 border-t">
      <span aria-hidden="true" className={clsx("w-3 text-center font-semibold", marks[kind])}>
        {kindMarks[kind]}
      </span>
      <Cover url={coverUrl} className="size-8 object-contain!" />
      <div className="min-w-0 flex-1">
        <div className="truncate" title={name}>
          <Named change={change} provider={provider}>
            {name}
          </Named>
          {artists.length > 0 && <span className="text-ink-3"> {artists.join(", ")}</span>}
        </div>
        <div className="truncate text-xs text-ink-2">{changeWords(change, provider)}</div>
      </div>
      {url && (
        <span className="text-xs">
          <ServiceLink service={providerName(provider)} href={url} of={name} />
        </span>
      )}
    </li>
  );
}

function Named({ change, provider, children }: Props & { children: string }) {
  const href = pageOf(change, provider);
  if (!href) return children;
  return (
    <Link href={href} prefetch={false} className="rounded-sm underline-offset-3 hover:underline">
      {children}
    </Link>
  );
}

function pageOf({ externalId, list, itemKind }: LibraryChange, provider: PersonalProvider) {
  if (externalId === null) return null;
  if (list === "playlists") return playlistPage(externalId, { provider });
  const hasPage = list === "recently_played" || isTrack({ kind: itemKind });
  return hasPage ? trackPage(externalId, provider) : null;
}
