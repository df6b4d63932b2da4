import type { Metadata } from "next";
import { AppleConnection, AppleNotConnected } from "@/components/connections/apple-connection";
import { ConnectApple } from "@/components/connections/connect-apple";
import { Disconnect } from "@/components/connections/disconnect";
import { Erasures } from "@/components/connections/erasures";
import { ReconnectButton } from "@/components/connections/reconnect-button";
import { ReconnectNotice } from "@/components/connections/reconnect-notice";
import { SpotifyConnection } from "@/components/connections/spotify-connection";
import { SyncSchedule } from "@/components/connections/sync-schedule";
import { SyncCard } from "@/components/library/sync-card";
import { SettingsSection } from "@/components/settings/settings-section";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Notice } from "@/components/ui/notice";
import { signInProblem } from "@/components/welcome/sign-in-problem";
import { appleProblem } from "@/lib/connections/apple-problem";
import {
  loadAppleWay,
  loadConnection,
  loadErasures,
  loadSchedule,
} from "@/lib/connections/loaders";
import type { PersonalProvider } from "@/lib/connections/provider";
import { loadSync } from "@/lib/library/loaders";

export const metadata: Metadata = { title: "Connections" };

const here = "/settings/connections";

export default async function ConnectionsPage({
  searchParams,
}: PageProps<"/settings/connections">) {
  const [spotify, apple, erasures, { problem }] = await Promise.all([
    loadConnection("spotify"),
    loadConnection("apple"),
    loadErasures(),
    searchParams,
  ]);
  const way = loadAppleWay();
  return (
    <>
      <PageHeader title="Settings">
        <SettingsTabs current="connections" />
      </PageHeader>
      <PageBody>
        <div className="max-w-3xl">
          {typeof problem === "string" && (
            <div role="alert" className="pb-5">
              <Notice>{appleProblem(problem) ?? signInProblem(problem)}</Notice>
            </div>
          )}
          {spotify && (
            <ReconnectNotice
              provider="spotify"
              connection={spotify}
              action={<ReconnectButton backTo={here}>Reconnect Spotify</ReconnectButton>}
            />
          )}
          {apple && (
            <ReconnectNotice
              provider="apple"
              connection={apple}
              action={<ConnectApple way={way}>Reconnect Apple Music</ConnectApple>}
            />
          )}
          <SettingsSection title="Spotify">
            {spotify ? <SpotifyConnection connection={spotify} /> : <SpotifyNotConnected />}
          </SettingsSection>
          {spotify && <LibrarySection provider="spotify" title="Library" />}
          {spotify && (
            <SettingsSection title="Disconnect">
              <p className="pb-3 text-ink-2">
                Takes Clouder’s access back and erases what it learnt from Spotify. Your sorting
                stays.
              </p>
              <Disconnect provider="spotify" />
            </SettingsSection>
          )}
          <SettingsSection title="Apple Music">
            {apple ? (
              <AppleConnection connection={apple} way={way} />
            ) : (
              <AppleNotConnected way={way} />
            )}
          </SettingsSection>
          {apple && <LibrarySection provider="apple" title="Library at Apple Music" />}
          {apple && (
            <SettingsSection title="Disconnect Apple Music">
              <p className="pb-3 text-ink-2">
                Takes Clouder’s access back and erases what it learnt from Apple Music.
              </p>
              <Disconnect provider="apple" />
            </SettingsSection>
          )}
          {erasures.length > 0 && (
            <SettingsSection title="Erased">
              <Erasures erasures={erasures} />
            </SettingsSection>
          )}
        </div>
      </PageBody>
    </>
  );
}

async function LibrarySection({ provider, title }: { provider: PersonalProvider; title: string }) {
  const [schedule, sync] = await Promise.all([loadSchedule(provider), loadSync(provider)]);
  if (!schedule) return null;
  return (
    <SettingsSection title={title}>
      <div className="flex flex-col gap-5">
        {sync && <SyncCard first={sync} folds />}
        <SyncSchedule schedule={schedule} />
      </div>
    </SettingsSection>
  );
}

function SpotifyNotConnected() {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-ink-2">Spotify is not connected. Sorting works; playlists wait.</p>
      <ReconnectButton backTo={here}>Connect Spotify</ReconnectButton>
    </div>
  );
}
