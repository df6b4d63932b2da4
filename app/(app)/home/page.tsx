import type { Metadata, Route } from "next";
import { ConnectApple } from "@/components/connections/connect-apple";
import { ReconnectButton } from "@/components/connections/reconnect-button";
import { ReconnectNotice } from "@/components/connections/reconnect-notice";
import { NextStep } from "@/components/home/next-step";
import { WeeksTable } from "@/components/home/weeks-table";
import { RunningJobs } from "@/components/jobs/running-jobs";
import { LastChanges } from "@/components/library/last-changes";
import { ProviderSwitch } from "@/components/library/provider-switch";
import { DemoNote } from "@/components/shell/demo-note";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { StyleChooser } from "@/components/styles/style-chooser";
import { StylesMissing } from "@/components/styles/styles-missing";
import { loadAppearance } from "@/lib/appearance/loaders";
import { loadAppleWay, loadConnection } from "@/lib/connections/loaders";
import type { PersonalProvider } from "@/lib/connections/provider";
import { loadHome, loadStyles } from "@/lib/curation/loaders";
import { loadLastChanges, loadLibraries } from "@/lib/library/loaders";

export const metadata: Metadata = { title: "Home" };

export default async function HomePage({ searchParams }: PageProps<"/home">) {
  const [home, spotify, apple, libraries, { provider: asked }] = await Promise.all([
    loadHome(),
    loadConnection("spotify"),
    loadConnection("apple"),
    loadLibraries(),
    searchParams,
  ]);
  const provider = libraries.find((one) => one === asked) ?? libraries[0] ?? "spotify";
  const changes = await loadLastChanges(provider);
  if (home.styles.length === 0) return <FirstVisit />;
  return (
    <>
      <HomeHeader />
      <div className="grid min-h-0 flex-1 content-start overflow-y-auto xl:grid-cols-[minmax(0,1fr)_21rem] xl:content-stretch">
        <section className="px-6 py-6 phone:px-4 phone:py-5">
          <ReconnectNotice
            provider="spotify"
            connection={spotify}
            action={
              <ReconnectButton backTo="/home">
                {spotify ? "Reconnect Spotify" : "Connect Spotify"}
              </ReconnectButton>
            }
          />
          {apple && (
            <ReconnectNotice
              provider="apple"
              connection={apple}
              action={<ConnectApple way={loadAppleWay()}>Reconnect Apple Music</ConnectApple>}
            />
          )}
          <NextStep home={home} />
          <WeeksTable weeks={home.weeks} styles={home.styles} />
        </section>
        <aside aria-labelledby="running" className="px-6 py-6 max-xl:pt-2 xl:border-l phone:px-4">
          <h2 id="running" className="pb-1 text-xs font-medium text-ink-3">
            Running now
          </h2>
          <RunningJobs />
          <LastChanges changes={changes} provider={provider}>
            <ProviderSwitch providers={libraries} current={provider} hrefOf={homeOf} />
          </LastChanges>
        </aside>
      </div>
    </>
  );
}

const homeOf = (provider: PersonalProvider) =>
  (provider === "spotify" ? "/home" : `/home?provider=${provider}`) as Route;

/** A phone has no room for the rail's note. */
async function HomeHeader() {
  const { demo } = await loadAppearance();
  return <PageHeader title="Home">{demo && <DemoNote className="md:hidden" />}</PageHeader>;
}

async function FirstVisit() {
  const { styles, problem } = await loadStyles();
  return (
    <>
      <HomeHeader />
      <PageBody>
        <section aria-labelledby="first" className="max-w-5xl">
          <h2 id="first" className="text-xl font-semibold tracking-tight">
            Choose your first style
          </h2>
          <p className="max-w-[64ch] pt-1 pb-6 text-ink-2">
            Every week Clouder collects its new releases from Beatport and finds them on Spotify.
            You sort them, one key a track.
          </p>
          {problem ? <StylesMissing problem={problem} /> : <StyleChooser styles={styles} />}
        </section>
      </PageBody>
    </>
  );
}
