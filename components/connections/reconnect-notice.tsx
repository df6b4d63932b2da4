import type { ReactNode } from "react";
import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";
import type { ConnectionView } from "@/lib/connections/loaders";
import { type PersonalProvider, providerName } from "@/lib/connections/provider";

type Props = {
  provider: PersonalProvider;
  connection: Pick<ConnectionView, "status" | "isReconnectDue" | "reconnectBy"> | null;
  /** The button that asks for consent. */
  action: ReactNode;
};

const waits: Record<PersonalProvider, string> = {
  spotify: "Sorting goes on; your playlists follow once it is.",
  apple: "What was read of its library stays; it is read on once it is.",
};

/** Sorting goes on without a provider; only playlists and library wait. */
export function ReconnectNotice({ provider, connection, action }: Props) {
  if (connection?.status === "active" && !connection.isReconnectDue) return null;
  const isOver = connection?.status !== "active";
  const name = providerName(provider);
  return (
    <div className="pb-5">
      <Notice tone={isOver ? "danger" : "warning"} action={action}>
        {isOver ? (
          `${name} has to be connected again. ${waits[provider]}`
        ) : (
          <>
            {name}’s consent ends on <LocalTime iso={connection.reconnectBy} show="day" />. Connect
            again before, and nothing stops.
          </>
        )}
      </Notice>
    </div>
  );
}
