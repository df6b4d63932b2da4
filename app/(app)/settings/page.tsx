import type { Metadata } from "next";
import { bronzeCommands, stageCommands } from "@/components/curation/board-commands";
import { reviewCommands } from "@/components/curation/review-commands";
import { KeyOverview } from "@/components/settings/key-overview";
import { SettingsSection } from "@/components/settings/settings-section";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { SignOutButton } from "@/components/settings/sign-out-button";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { ThemeChoice } from "@/components/shell/theme-choice";
import { loadAppearance } from "@/lib/appearance/loaders";
import { requirePageUser } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const [user, { theme }] = await Promise.all([requirePageUser(), loadAppearance()]);
  return (
    <>
      <PageHeader title="Settings">
        <SettingsTabs current="general" />
      </PageHeader>
      <PageBody>
        <div className="max-w-3xl">
          <SettingsSection title="Appearance">
            <ThemeChoice stored={theme} />
          </SettingsSection>
          <SettingsSection title="Keyboard">
            <p className="pb-3 text-ink-2">
              Each category has a key of its own, set on the page of its style. These are the same
              everywhere.
            </p>
            <div className="border-t">
              <KeyOverview
                title="Sorting Bronze"
                commands={[...bronzeCommands, ...stageCommands]}
              />
              <KeyOverview
                title="Reviewing Silver"
                commands={[...reviewCommands, ...stageCommands]}
              />
            </div>
          </SettingsSection>
          <SettingsSection title="Session">
            <p className="pb-3 text-ink-2">
              Signed in as <span className="text-ink">{user.name}</span>
              {user.role === "owner" && ", the owner of this Clouder"}.
            </p>
            <SignOutButton />
          </SettingsSection>
        </div>
      </PageBody>
    </>
  );
}
