import { Notice } from "@/components/ui/notice";
import type { ConnectionView } from "@/lib/connections/loaders";
import { ReconnectButton } from "./reconnect-button";

/** Sorting goes on without Spotify; only the playlists wait. */
export function ReconnectNotice({ connection }: { connection: ConnectionView | null }) {
  return (
    <div className="pb-5">
      <Notice tone="danger" action={<ReconnectButton backTo="/home" />}>
        {connection?.statusReason ?? "Spotify is not connected."} Sorting goes on; your playlists
        follow once you reconnect.
      </Notice>
    </div>
  );
}
