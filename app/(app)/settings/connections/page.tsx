import type { Metadata } from "next";
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
import { loadConnection, loadErasures, loadSchedule } from "@/lib/connections/loaders";
import { loadSync } from "@/lib/library/loaders";

export const metadata: Metadata = { title: "Connections" };

export default async function ConnectionsPage({
  searchParams,
}: PageProps<"/settings/connections">) {
  const [connection, schedule, sync, erasures, { problem }] = await Promise.all([
    loadConnection(),
    loadSchedule(),
    loadSync("spotify"),
    loadErasures(),
    searchParams,
  ]);
  return (
    <>
      <PageHeader title="Settings">
        <SettingsTabs current="connections" />
      </PageHeader>
      <PageBody>
        <div className="max-w-3xl">
          {typeof problem === "string" && (
            <div role="alert" className="pb-5">
              <Notice>{signInProblem(problem)}</Notice>
            </div>
          )}
          {connection && <ReconnectNotice connection={connection} backTo="/settings/connections" />}
          <SettingsSection title="Spotify">
            {connection ? <SpotifyConnection connection={connection} /> : <NotConnected />}
          </SettingsSection>
          {connection && schedule && (
            <SettingsSection title="Library">
              <div className="flex flex-col gap-5">
                {sync && <SyncCard first={sync} folds />}
                <SyncSchedule schedule={schedule} />
              </div>
            </SettingsSection>
          )}
          {connection && (
            <SettingsSection title="Disconnect">
              <p className="pb-3 text-ink-2">
                Takes Clouder’s access back and erases what it learnt from Spotify. Your sorting
                stays.
              </p>
              <Disconnect />
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

function NotConnected() {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-ink-2">Spotify is not connected. Sorting works; playlists wait.</p>
      <ReconnectButton backTo="/settings/connections">Connect Spotify</ReconnectButton>
    </div>
  );
}
