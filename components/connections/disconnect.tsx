"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import { tellProblem } from "@/components/ui/toast";
import { disconnectAction } from "@/lib/connections/actions";
import { type PersonalProvider, providerName } from "@/lib/connections/provider";

type Outcome = { goes: readonly string[]; stays: readonly string[] };

const outcomes: Record<PersonalProvider, Outcome> = {
  spotify: {
    goes: [
      "Clouder’s access to your account, at once",
      "your library as Clouder knows it, with its whole history: top tracks and artists, playlists, saved tracks and albums, followed artists",
      "everything you played, also what you imported",
      "your name, picture and account id from Spotify",
      "which Spotify playlists belong to your lists",
    ],
    stays: [
      "your playlists in Spotify, as they are: Clouder forgets them and makes new ones if you connect again",
      "your styles, categories, weeks and Golden lists here, and which Spotify track belongs to which release",
      "a fingerprint of your account, by which you find them when you sign in again",
    ],
  },
  apple: {
    goes: [
      "Clouder’s access to your library, at once",
      "your library as Clouder knows it, with its whole history: songs, albums, artists and playlists, heavy rotation, what you played and added lately",
    ],
    stays: [
      "everything in Apple Music, as it is: Clouder never changed anything there",
      "everything you sorted here, and all that comes from Spotify",
    ],
  },
};

/** Says exactly what goes and what stays; the second press does it. */
export function Disconnect({ provider }: { provider: PersonalProvider }) {
  const name = providerName(provider);
  const { goes, stays } = outcomes[provider];
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [going, startTransition] = useTransition();

  const disconnect = () => {
    startTransition(async () => {
      const result = await disconnectAction({ provider });
      startTransition(() => {
        setOpen(false);
        if (result.ok) router.refresh();
        else tellProblem(result.message);
      });
    });
  };

  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        Disconnect {name}…
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={`Disconnect ${name} and erase its data?`}
        description="This cannot be taken back. An export of your data may be worth keeping first."
      >
        <div className="grid gap-4 overflow-y-auto px-4 py-3 sm:grid-cols-2">
          <Lines title="Erased" lines={goes} />
          <Lines title="Kept" lines={stays} />
        </div>
        <div className="flex justify-end gap-2 border-t p-4">
          <Button look="quiet" onClick={() => setOpen(false)}>
            Keep it connected
          </Button>
          <Button look="danger" disabled={going} onClick={disconnect}>
            {going && <Spinner />}
            Disconnect and erase
          </Button>
        </div>
      </Dialog>
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section aria-label={title}>
      <h3 className="pb-1 text-xs font-medium text-ink-3">{title}</h3>
      <ul className="flex list-disc flex-col gap-1 pl-4">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
