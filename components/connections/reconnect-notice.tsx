import { LocalTime } from "@/components/ui/local-time";
import { Notice } from "@/components/ui/notice";
import type { ConnectionView } from "@/lib/connections/loaders";
import { ReconnectButton } from "./reconnect-button";

type Props = {
  connection: Pick<ConnectionView, "status" | "isReconnectDue" | "reconnectBy"> | null;
  backTo: "/home" | "/settings/connections";
};

/** Sorting goes on without Spotify; only playlists and library wait. */
export function ReconnectNotice({ connection, backTo }: Props) {
  if (connection?.status === "active" && !connection.isReconnectDue) return null;
  const isOver = connection?.status !== "active";
  return (
    <div className="pb-5">
      <Notice
        tone={isOver ? "danger" : "warning"}
        action={
          <ReconnectButton backTo={backTo}>
            {connection ? "Reconnect Spotify" : "Connect Spotify"}
          </ReconnectButton>
        }
      >
        {isOver ? (
          "Spotify has to be connected again. Sorting goes on; your playlists follow once it is."
        ) : (
          <>
            Spotify’s consent ends on <LocalTime iso={connection.reconnectBy} show="day" />. Connect
            again before, and nothing stops.
          </>
        )}
      </Notice>
    </div>
  );
}
