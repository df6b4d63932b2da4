import type { ReactNode } from "react";
import { Cover } from "@/components/ui/cover";
import { LocalTime } from "@/components/ui/local-time";
import { ServiceLink } from "@/components/ui/service-link";
import { type PersonalProvider, providerName } from "@/lib/connections/provider";
import type { PlaylistHead as Head } from "@/lib/library/playlist-history";

const count = new Intl.NumberFormat("en");

type Props = {
  head: Head;
  provider: PersonalProvider;
  /** At the right: what can be done to it. */
  children?: ReactNode;
};

/** What a playlist is, as its provider says it. */
export function PlaylistHead({ head, provider, children }: Props) {
  const { name, description, ownerName, isOwned, isCollaborative, total, gone, seenAt } = head;
  return (
    <section
      aria-label="The playlist"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-5 py-3 phone:px-4"
    >
      <Cover url={head.coverUrl} className="size-14 object-contain!" />
      <div className="min-w-0 flex-1 basis-56">
        <h2 className="truncate text-lg font-semibold tracking-tight">{name}</h2>
        <p className="flex flex-wrap gap-x-3 text-xs text-ink-3">
          <span>{isOwned ? "Yours" : (ownerName ?? "Somebody’s")}</span>
          {isCollaborative && <span>Collaborative</span>}
          {total !== null && <span>{count.format(total)} tracks</span>}
          {description && <span className="max-w-prose truncate">{description}</span>}
        </p>
        {gone && (
          <p className="text-xs text-warning">
            No longer in your library since <LocalTime iso={seenAt} show="day" />. What it held is
            kept.
          </p>
        )}
      </div>
      {head.url && <ServiceLink service={providerName(provider)} href={head.url} of={name} />}
      {children}
    </section>
  );
}
