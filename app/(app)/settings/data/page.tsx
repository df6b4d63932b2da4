import { Download } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { DeleteAccount } from "@/components/settings/delete-account";
import { SettingsSection } from "@/components/settings/settings-section";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { requirePageUser } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Your data" };

export default async function DataPage() {
  await requirePageUser();
  return (
    <>
      <PageHeader title="Settings">
        <SettingsTabs current="data" />
      </PageHeader>
      <PageBody>
        <div className="max-w-3xl">
          <SettingsSection title="Export">
            <p className="pb-3 text-ink-2">
              Everything Clouder keeps of you as one ZIP of JSON files: curation, library now and in
              the past, plays, settings, jobs. Keys and tokens are not in it. A large account takes
              a minute.
            </p>
            <Button asChild>
              <a href="/api/account/export" download>
                <Download aria-hidden="true" />
                Export my data
              </a>
            </Button>
          </SettingsSection>
          <SettingsSection title="Privacy">
            <p className="text-ink-2">
              What is kept, why and for how long is told on the page{" "}
              <Link href="/privacy" className="underline underline-offset-3">
                Privacy
              </Link>
              . One connection alone is erased under{" "}
              <Link href="/settings/connections" className="underline underline-offset-3">
                Connections
              </Link>
              .
            </p>
          </SettingsSection>
          <SettingsSection title="Erase">
            <p className="pb-3 text-ink-2">
              Erases your account and all that belongs to it, and signs you out. This cannot be
              taken back; export your data first if you may want it.
            </p>
            <DeleteAccount />
          </SettingsSection>
        </div>
      </PageBody>
    </>
  );
}
