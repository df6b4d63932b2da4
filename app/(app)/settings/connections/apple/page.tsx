import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AskMusicKit } from "@/components/connections/ask-music-kit";
import { SettingsSection } from "@/components/settings/settings-section";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { loadMusicKit } from "@/lib/connections/loaders";

export const metadata: Metadata = { title: "Connect Apple Music" };

/** The only page on which Apple's script runs. */
export default async function MusicKitPage() {
  const musicKit = await loadMusicKit();
  if (!musicKit) redirect("/settings/connections");
  return (
    <>
      <PageHeader title="Settings">
        <SettingsTabs current="connections" />
      </PageHeader>
      <PageBody>
        <div className="max-w-3xl">
          <SettingsSection title="Apple Music">
            <AskMusicKit developerToken={musicKit.developerToken} />
          </SettingsSection>
        </div>
      </PageBody>
    </>
  );
}
