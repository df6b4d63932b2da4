import type { Metadata } from "next";
import { KeptTable } from "@/components/connections/kept-table";

export const metadata: Metadata = { title: "Privacy" };

const link = "underline underline-offset-3";

export default function PrivacyPage() {
  return (
    <article className="flex flex-col gap-8 text-base">
      <header>
        <h1 className="pb-2 text-2xl font-semibold tracking-tight">Privacy</h1>
        <p className="text-ink-2">
          Clouder keeps what its features need, on the machine of whoever runs it, and gives it to
          nobody. There are no trackers, no advertising, and nothing is used to train anything.
        </p>
      </header>
      <section aria-labelledby="kept">
        <h2 id="kept" className="pb-2 text-md font-semibold tracking-tight">
          What is kept, why, and for how long
        </h2>
        <KeptTable />
        <p className="pt-3 text-ink-2">
          Whoever runs this Clouder may keep backups of its database: ask them how long those live.
        </p>
      </section>
      <section aria-labelledby="erase" className="flex flex-col gap-3">
        <h2 id="erase" className="text-md font-semibold tracking-tight">
          How to erase it
        </h2>
        <p>
          <strong className="font-medium">One connection:</strong> Settings → Connections →
          Disconnect. Clouder’s access is dropped at once, and everything that came over it is
          erased within minutes. Your sorting stays, and a fingerprint of your account by which you
          find it when you sign in again.
        </p>
        <p>
          <strong className="font-medium">Everything:</strong> Settings → Your data → Erase my
          account. Both leave a record of how many rows each table held before and after. It has
          numbers and a time in it, and no name.
        </p>
        <p>
          Playlists that Clouder made stay in your Spotify account. You can take Clouder’s access
          back there as well, under{" "}
          <a href="https://www.spotify.com/account/apps/" className={link} rel="noreferrer">
            Apps
          </a>
          : then it can read nothing more; what it knew is erased when you disconnect here.
        </p>
        <p>
          <strong className="font-medium">A copy first:</strong> Settings → Your data → Export my
          data gives you all of it as JSON files in one archive, whenever you like.
        </p>
      </section>
      <section aria-labelledby="whose" className="flex flex-col gap-3">
        <h2 id="whose" className="text-md font-semibold tracking-tight">
          Whose data it shows
        </h2>
        <p>
          Names, covers, playlists and plays marked as Spotify’s are provided by{" "}
          <a href="https://www.spotify.com/" className={link} rel="noreferrer">
            Spotify
          </a>{" "}
          and belong to Spotify and its licensors; each of them leads back to Spotify. What is
          marked as Apple Music’s is provided by{" "}
          <a href="https://music.apple.com/" className={link} rel="noreferrer">
            Apple Music
          </a>{" "}
          and leads back there. Releases, waveforms and previews come from{" "}
          <a href="https://www.beatport.com/" className={link} rel="noreferrer">
            Beatport
          </a>
          . Clouder is made and endorsed by none of them.
        </p>
      </section>
    </article>
  );
}
