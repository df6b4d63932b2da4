import { Notice } from "@/components/ui/notice";
import { ReconnectButton } from "./reconnect-button";

/** Sorting goes on without Spotify; only the playlists wait. */
export function ReconnectNotice() {
  return (
    <div className="pb-5">
      <Notice tone="danger" action={<ReconnectButton backTo="/home" />}>
        Spotify has to be connected again. Sorting goes on; your playlists follow once it is.
      </Notice>
    </div>
  );
}
