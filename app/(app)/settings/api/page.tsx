import type { Metadata } from "next";
import { ApiReference } from "@/components/settings/api-reference";
import { ApiTokens } from "@/components/settings/api-tokens";
import { SettingsSection } from "@/components/settings/settings-section";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { loadReference, loadTokens } from "@/lib/api/loaders";

export const metadata: Metadata = { title: "API" };

export default async function ApiPage() {
  const [tokens, reference] = await Promise.all([loadTokens(), loadReference()]);
  return (
    <>
      <PageHeader title="Settings">
        <SettingsTabs current="api" />
      </PageHeader>
      <PageBody>
        <div className="max-w-4xl">
          <SettingsSection title="API tokens">
            <ApiTokens tokens={tokens} />
          </SettingsSection>
          <SettingsSection title="Reference">
            <ApiReference reference={reference} />
          </SettingsSection>
        </div>
      </PageBody>
    </>
  );
}
