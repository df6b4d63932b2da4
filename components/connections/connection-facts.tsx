import type { ReactNode } from "react";
import { LocalTime } from "@/components/ui/local-time";
import type { ConnectionView } from "@/lib/connections/loaders";
import { providerName } from "@/lib/connections/provider";

const states = {
  active: { words: "Connected", dot: "bg-ok" },
  needs_reconnect: { words: "Has to be connected again", dot: "bg-danger" },
  disconnected: { words: "Disconnected", dot: "bg-ink-3" },
} as const;

type Props = {
  connection: ConnectionView;
  /** What is shown where the provider tells no name of the account. */
  unnamed: string;
  /** The button that asks for consent again. */
  reconnect: ReactNode;
  /** What Clouder may do there. */
  children: ReactNode;
};

/** An account at a provider: since when, until when, and what Clouder may do there. */
export function ConnectionFacts({ connection, unnamed, reconnect, children }: Props) {
  const { provider, displayName, status, statusReason, authorizedAt, reconnectBy } = connection;
  const name = providerName(provider);
  const state = states[status];
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="text-md font-semibold tracking-tight">{displayName ?? unnamed}</p>
        <p className="flex items-center gap-2 text-ink-2">
          <span aria-hidden="true" className={`size-1.5 rounded-full ${state.dot}`} />
          {state.words}
        </p>
        <div className="ml-auto phone:ml-0">{reconnect}</div>
      </div>
      {statusReason && (
        <p className="text-danger">
          {name} says: {statusReason}
        </p>
      )}
      <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-y-2 phone:grid-cols-1 phone:gap-y-0 phone:[&>dd]:pb-2">
        <dt className="text-ink-3">Connected since</dt>
        <dd>
          <LocalTime iso={authorizedAt} show="day" />
        </dd>
        <dt className="text-ink-3">Reconnect by</dt>
        <dd>
          <LocalTime iso={reconnectBy} show="day" />
          <span className="text-ink-3"> · {name}’s consent lasts six months</span>
        </dd>
        <dt className="text-ink-3">Clouder may</dt>
        <dd>{children}</dd>
      </dl>
    </div>
  );
}
