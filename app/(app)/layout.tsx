import type { ReactNode } from "react";
import { CommandButton } from "@/components/commands/command-button";
import { CommandCenter, type Place } from "@/components/commands/command-center";
import { JobIndicator } from "@/components/jobs/job-indicator";
import { PlayerBar } from "@/components/player/player-bar";
import { PlayerProvider } from "@/components/player/player-provider";
import { AccountMenu } from "@/components/shell/account-menu";
import { BrowserZone } from "@/components/shell/browser-zone";
import { FreshRail } from "@/components/shell/fresh-rail";
import { LazyToaster } from "@/components/shell/lazy-toaster";
import { QueryProvider } from "@/components/shell/query-provider";
import { Rail } from "@/components/shell/rail";
import { loadAppearance } from "@/lib/appearance/loaders";
import { requirePageUser } from "@/lib/auth/session";
import { loadConnection } from "@/lib/connections/loaders";
import type { Rail as RailView } from "@/lib/curation/home";
import { loadRail } from "@/lib/curation/loaders";
import { formatWeek } from "@/lib/curation/week";
import { setTimeZoneAction } from "@/lib/history/actions";
import { loadTimeZone } from "@/lib/history/loaders";

export default async function AppLayout({ children }: { children: ReactNode }) {
  const user = await requirePageUser();
  const [appearance, connection, rail, timeZone] = await Promise.all([
    loadAppearance(),
    loadConnection("spotify"),
    loadRail(),
    loadTimeZone(),
  ]);
  return (
    <QueryProvider>
      <PlayerProvider>
        <a
          href="#main"
          className="sr-only z-50 rounded-md bg-ink px-3 py-2 font-medium text-ground focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to the page
        </a>
        <div className="grid h-dvh grid-cols-[auto_minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto] overflow-clip phone:grid-cols-1 phone:grid-rows-[minmax(0,1fr)_auto_auto]">
          <Rail rail={rail} demo={appearance.demo} />
          <div className="relative flex min-h-0 min-w-0 flex-col">
            <header className="absolute top-2 right-4 z-30 flex h-8 w-(--tools-width) items-center justify-end gap-2 phone:right-3">
              <JobIndicator />
              <CommandButton />
              <AccountMenu
                name={user.name}
                connected={connection?.status === "active"}
                theme={appearance.theme}
              />
            </header>
            <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col">
              {children}
            </main>
          </div>
          <section
            aria-label="Player"
            className="col-span-full h-(--player-height) border-t phone:row-start-2"
          >
            <PlayerBar />
          </section>
        </div>
        <CommandCenter places={placesOf(rail)} />
        <FreshRail />
        <BrowserZone isKnown={timeZone !== null} take={setTimeZoneAction} />
        <LazyToaster />
      </PlayerProvider>
    </QueryProvider>
  );
}

/** Where the palette leads. */
function placesOf(rail: RailView): Place[] {
  return [
    { title: "Home", href: "/home" },
    { title: "Golden", href: "/golden" },
    { title: "Library", href: "/library" },
    { title: "Changes of the library", href: "/library/changes" },
    { title: "Plans for playlists", href: "/playlists/plans" },
    { title: "Rules", href: "/rules" },
    { title: "Sources", href: "/rules/sources" },
    { title: "Tracks in no rule set", href: "/rules/unmatched" },
    { title: "Styles", href: "/styles" },
    { title: "Activity", href: "/activity" },
    { title: "Quota", href: "/activity/quota" },
    { title: "Settings", href: "/settings" },
    ...rail.styles.map(({ slug, name, week }) => ({
      title: `${name}, ${formatWeek(week)}`,
      href: `/curate/${slug}/${formatWeek(week)}` as const,
    })),
  ];
}
