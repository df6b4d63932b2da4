import { Check, X } from "lucide-react";
import { LocalTime } from "@/components/ui/local-time";
import type { ConnectionView } from "@/lib/connections/loaders";
import { spotifyScopes } from "@/lib/connections/scopes";
import { ReconnectButton } from "./reconnect-button";

const states = {
  active: { words: "Connected", dot: "bg-ok" },
  needs_reconnect: { words: "Has to be connected again", dot: "bg-danger" },
  disconnected: { words: "Disconnected", dot: "bg-ink-3" },
} as const;

/** The account at Spotify: since when, until when, and what Clouder may do there. */
export function SpotifyConnection({ connection }: { connection: ConnectionView }) {
  const { displayName, status, statusReason, missingScopes, authorizedAt, reconnectBy } =
    connection;
  const state = states[status];
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="text-md font-semibold tracking-tight">{displayName ?? "Unnamed account"}</p>
        <p className="flex items-center gap-2 text-ink-2">
          <span aria-hidden="true" className={`size-1.5 rounded-full ${state.dot}`} />
          {state.words}
        </p>
        <div className="ml-auto phone:ml-0">
          <ReconnectButton backTo="/settings/connections">Reconnect Spotify</ReconnectButton>
        </div>
      </div>
      {statusReason && <p className="text-danger">Spotify says: {statusReason}</p>}
      <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-y-2 phone:grid-cols-1 phone:gap-y-0 phone:[&>dd]:pb-2">
        <dt className="text-ink-3">Connected since</dt>
        <dd>
          <LocalTime iso={authorizedAt} show="day" />
        </dd>
        <dt className="text-ink-3">Reconnect by</dt>
        <dd>
          <LocalTime iso={reconnectBy} show="day" />
          <span className="text-ink-3"> · Spotify’s consent lasts six months</span>
        </dd>
        <dt className="text-ink-3">Clouder may</dt>
        <dd>
          <ul className="flex flex-col gap-1">
            {Object.entries(spotifyScopes).map(([scope, words]) => (
              <ScopeLine key={scope} words={words} granted={!missingScopes.includes(scope)} />
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
        </dd>
      </dl>
    </div>
  );
}

function ScopeLine({ words, granted }: { words: string; granted: boolean }) {
  const Icon = granted ? Check : X;
  return (
    <li className="flex items-start gap-2">
      <Icon aria-hidden="true" className={granted ? "mt-px text-ok" : "mt-px text-danger"} />
      <span>
        {words}
        {!granted && <span className="text-danger"> · not granted</span>}
      </span>
    </li>
  );
}
