"use client";

import { useState } from "react";
import type { ChangeablePlaylist } from "./change-playlist";
import { NameField } from "./name-field";
import { ProposalDialog } from "./proposal-dialog";
import type { Propose } from "./use-proposal";

type Props = {
  playlist: ChangeablePlaylist;
  propose: Propose;
  isBusy: boolean;
  onClose: () => void;
};

export function CopyDialog({ playlist, propose, isBusy, onClose }: Props) {
  const [name, setName] = useState(`${playlist.name} (copy)`);
  return (
    <ProposalDialog
      title="Copy the playlist"
      description="A new playlist with the same tracks. What Spotify cannot add, as your own files, stays behind."
      isBusy={isBusy}
      onSubmit={() => propose({ change: "copy", playlistId: playlist.id, name })}
      onClose={onClose}
    >
      <NameField value={name} onChange={setName} />
    </ProposalDialog>
  );
}
