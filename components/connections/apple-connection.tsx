import type { ConnectionView } from "@/lib/connections/loaders";
import { AbilityLine } from "./ability-line";
import { type AppleWay, ConnectApple } from "./connect-apple";
import { ConnectionFacts } from "./connection-facts";

/** Apple Music asks for everything at once: there is nothing in it to be granted apart. */
const abilities = [
  "Read the songs, albums, artists and playlists of your library",
  "Read your heavy rotation, what you played and what you added lately",
];

type Props = { connection: ConnectionView; way: AppleWay };

/** The account at Apple Music, which tells no name. */
export function AppleConnection({ connection, way }: Props) {
  return (
    <ConnectionFacts
      connection={connection}
      unnamed="Your library"
      reconnect={<ConnectApple way={way}>Reconnect Apple Music</ConnectApple>}
    >
      <ul className="flex flex-col gap-1">
        {abilities.map((words) => (
          <AbilityLine key={words} words={words} granted />
        ))}
      </ul>
    </ConnectionFacts>
  );
}

/** What Apple Music would bring, or that there is none here. */
export function AppleNotConnected({ way }: { way: AppleWay }) {
  if (way === "none") {
    return (
      <p className="text-ink-2">
        Apple Music is not set up here: whoever runs this Clouder has given it no MusicKit key.
      </p>
    );
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="max-w-[46ch] text-ink-2">
        Connect it to see its library beside Spotify’s, with its history. Clouder reads, and changes
        nothing there.
      </p>
      <ConnectApple way={way}>Connect Apple Music</ConnectApple>
    </div>
  );
}
