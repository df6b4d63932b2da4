"use client";

import { Empty } from "@/components/ui/empty";
import { useRefreshEvery } from "@/components/ui/use-refresh-every";

const LOOK_EVERY_MS = 3_000;

/** A recording whose facts are not gathered: looked for again until they are. */
export function AwaitedRecording() {
  useRefreshEvery(LOOK_EVERY_MS);
  return (
    <Empty title="Nothing is known of this track yet">
      Facts are gathered some seconds after a fetch, a sync of your library, or your sorting. They
      are shown here as soon as they are there.
    </Empty>
  );
}
