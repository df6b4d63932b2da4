import { SectionTabs } from "@/components/ui/section-tabs";
import type { PersonalProvider } from "@/lib/connections/provider";
import { changesPage, libraryPage } from "./library-links";

type Props = {
  current?: "library" | "changes" | "history" | "plans";
  /** Whose library; the history is one of plays, which only Spotify tells. */
  provider?: PersonalProvider;
};

/** The sides of a library: what is in it, what came and went, and what Clouder is to change in it. */
export function LibrarySections({ current, provider = "spotify" }: Props) {
  const sections = [
    { id: "library", href: libraryPage(provider), name: "Everything" },
    { id: "changes", href: changesPage(provider), name: "Changes" },
    { id: "history", href: "/library/history", name: "History" },
    { id: "plans", href: "/playlists/plans", name: "Plans" },
  ] as const;
  return <SectionTabs label="Library" tabs={sections} current={current} />;
}
