import type { ReactNode } from "react";
import { LocalTime } from "@/components/ui/local-time";
import type { PersonalProvider } from "@/lib/connections/provider";
import { offeredParts } from "@/lib/library/offered-parts";
import type { TrackHistory } from "@/lib/library/track-history";

const count = new Intl.NumberFormat("en");

type Props = { history: TrackHistory; provider: PersonalProvider };

/** Where a track stands now, in a few numbers. */
export function TrackNumbers({ history, provider }: Props) {
  const { saved, playlists, ranks, plays } = history;
  const offered = offeredParts[provider];
  const now = saved.find(({ to }) => to === null);
  const inside = playlists.filter(({ stays }) => stays.some(({ to }) => to === null)).length;
  const best = ranks.flatMap(({ points }) => points.flatMap(({ rank }) => rank ?? []));
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] gap-x-6 gap-y-3">
      <Fact name={provider === "apple" ? "In the library since" : "Saved"}>
        {now ? <LocalTime iso={now.from} show="day" /> : "Not now"}
      </Fact>
      <Fact name="In playlists">{inside === 0 ? "None now" : count.format(inside)}</Fact>
      {offered.includes("top_tracks") && (
        <Fact name="Best rank">{best.length > 0 ? Math.min(...best) : "Never in the top"}</Fact>
      )}
      {offered.includes("recently_played") && (
        <Fact name="Plays known">{count.format(plays.total)}</Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-2xs text-ink-3">{name}</dt>
      <dd className="text-md font-semibold tracking-tight tabular-nums">{children}</dd>
    </div>
  );
}
