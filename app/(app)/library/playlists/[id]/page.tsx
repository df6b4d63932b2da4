import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { LibrarySections } from "@/components/library/library-sections";
import { PlaylistComparison } from "@/components/library/playlist-comparison";
import { PlaylistHead } from "@/components/library/playlist-head";
import { PlaylistRows } from "@/components/library/playlist-rows";
import { PlaylistVersions } from "@/components/library/playlist-versions";
import { BringBack } from "@/components/playlists/bring-back";
import { ChangePlaylist } from "@/components/playlists/change-playlist";
import { KeptLists } from "@/components/playlists/kept-lists";
import { PlaylistPlans } from "@/components/playlists/playlist-plans";
import { PageHeader } from "@/components/shell/page-header";
import { type PersonalProvider, providerName } from "@/lib/connections/provider";
import { readAt, readWish, writeWish } from "@/lib/library/library-address";
import { loadPlaylist, loadPlaylistRows } from "@/lib/library/loaders";
import { externalId } from "@/lib/library/schema";
import { loadPlaylistChanges } from "@/lib/playlists/loaders";

type Props = PageProps<"/library/playlists/[id]">;

async function findPlaylist({ params, searchParams }: Props) {
  const asked = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  const search = new URLSearchParams(asked);
  const wish = readWish(search);
  const against = readAt(search.get("against"));
  const id = externalId.safeParse(decodeURIComponent((await params).id));
  const playlistId = id.success ? id.data : "";
  const { provider, at } = wish;
  const history = await loadPlaylist(playlistId, provider, at, against);
  return { wish, against, playlistId, history, kept: search.get("kept") ?? undefined };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { history } = await findPlaylist(props);
  return { title: history ? `${history.head.name} · Library` : "Unknown playlist" };
}

export default async function PlaylistPage(props: Props) {
  const { wish, against, playlistId, history, kept } = await findPlaylist(props);
  if (!history) notFound();
  const { head, versions, comparison } = history;
  const changes =
    wish.provider === "spotify" ? await loadPlaylistChanges(playlistId, { kept }) : null;
  const isOwned = changes?.playlist.isOwned === true;
  const older = changes?.kept.older;
  const hrefOf = (state: { at: string | null; against: string | null; kept?: number }) => {
    const params = new URLSearchParams(writeWish({ ...wish, text: "", at: state.at }));
    if (state.against) params.set("against", state.against);
    if (state.kept) params.set("kept", String(state.kept));
    return `/library/playlists/${encodeURIComponent(playlistId)}?${params}`.replace(
      /\?$/,
      "",
    ) as Route;
  };
  return (
    <>
      <PageHeader title="Playlist" detail={`from ${providerName(wish.provider)}`}>
        <LibrarySections provider={wish.provider} />
      </PageHeader>
      <PlaylistHead head={head} provider={wish.provider}>
        {changes && !changes.playlist.isGone && (
          <ChangePlaylist playlist={changes.playlist} others={changes.others} />
        )}
      </PlaylistHead>
      {isOwned && wish.at && !against && <BringBack playlist={changes.playlist} at={wish.at} />}
      <div className="grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)_auto] xl:grid-cols-[minmax(0,1fr)_21rem] xl:grid-rows-1">
        <div className="flex min-h-0 min-w-0 flex-col">
          {comparison && against ? (
            <PlaylistComparison
              comparison={comparison}
              from={against}
              to={wish.at}
              provider={wish.provider}
            />
          ) : (
            <PlaylistRows
              key={wish.at}
              playlistId={playlistId}
              search={writeWish(wish)}
              first={await loadPlaylistRows(playlistId, wish)}
              withheld={head.itemsReadable ? null : withheldBy(wish.provider)}
            />
          )}
        </div>
        <aside
          aria-label="History"
          className="max-h-[28dvh] overflow-y-auto border-t xl:max-h-none xl:border-t-0 xl:border-l"
        >
          {changes && <PlaylistPlans plans={changes.plans} />}
          {isOwned && (
            <KeptLists
              playlist={changes.playlist}
              states={changes.kept.states}
              olderHref={older ? hrefOf({ at: wish.at, against, kept: older }) : null}
              newestHref={kept ? hrefOf({ at: wish.at, against }) : null}
            />
          )}
          <PlaylistVersions versions={versions} at={wish.at} against={against} hrefOf={hrefOf} />
        </aside>
      </div>
    </>
  );
}

const withheldBy = (provider: PersonalProvider) =>
  `It belongs to somebody else, and ${providerName(provider)} lists the tracks of your own and shared playlists only.`;
