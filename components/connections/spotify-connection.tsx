import type { ConnectionView } from "@/lib/connections/loaders";
import { spotifyScopes } from "@/lib/connections/scopes";
import { AbilityLine } from "./ability-line";
import { ConnectionFacts } from "./connection-facts";
import { ReconnectButton } from "./reconnect-button";

/** The account at Spotify, and what of it was granted. */
export function SpotifyConnection({ connection }: { connection: ConnectionView }) {
  const { missingScopes } = connection;
  return (
    <ConnectionFacts
      connection={connection}
      unnamed="Unnamed account"
      reconnect={
        <ReconnectButton backTo="/settings/connections">Reconnect Spotify</ReconnectButton>
      }
    >
      <ul className="flex flex-col gap-1">
        {Object.entries(spotifyScopes).map(([scope, words]) => (
          <AbilityLine key={scope} words={words} granted={!missingScopes.includes(scope)} />
        ))}
      </ul>
      {missingScopes.length > 0 && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 pt-3">
          <ReconnectButton backTo="/settings/connections" asksAgain>
            Allow
          </ReconnectButton>
          <p className="text-xs text-ink-3">
            Spotify shows the whole list and asks you again. Until then those parts wait.
          </p>
        </div>
      )}
    </ConnectionFacts>
  );
}
