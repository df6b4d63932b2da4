"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuTrigger } from "@/components/ui/menu";
import { CopyDialog } from "./copy-dialog";
import { MergeDialog } from "./merge-dialog";
import { SplitDialog } from "./split-dialog";
import { useProposal } from "./use-proposal";

export type ChangeablePlaylist = {
  id: string;
  name: string;
  total: number | null;
  isOwned: boolean;
  isMirror: boolean;
};

type Props = {
  playlist: ChangeablePlaylist;
  /** What it can be merged with. */
  others: readonly { id: string; name: string; total: number | null }[];
};

/** What can be done to a playlist. Everything here ends in a preview. */
export function ChangePlaylist({ playlist, others }: Props) {
  const [opened, setOpened] = useState<"copy" | "merge" | "split" | null>(null);
  const { propose, isBusy } = useProposal();
  const { id: playlistId, isOwned, isMirror } = playlist;
  const isFixed = !isOwned || isMirror;
  const dialog = { playlist, propose, isBusy, onClose: () => setOpened(null) };
  return (
    <>
      <Menu modal={false}>
        <MenuTrigger asChild>
          <Button disabled={isBusy} aria-busy={isBusy}>
            {isBusy ? "Reading it" : "Change"}
          </Button>
        </MenuTrigger>
        <MenuContent align="end">
          <MenuLabel>{isFixed ? reasonOf(playlist) : "This playlist"}</MenuLabel>
          <MenuItem disabled={isFixed} onSelect={() => propose({ change: "sort", playlistId })}>
            Sort along keys and tempi
          </MenuItem>
          <MenuItem disabled={isFixed} onSelect={() => propose({ change: "dedupe", playlistId })}>
            Remove duplicates
          </MenuItem>
          <MenuLabel>New playlists</MenuLabel>
          <MenuItem onSelect={() => setOpened("copy")}>Copy…</MenuItem>
          <MenuItem disabled={others.length === 0} onSelect={() => setOpened("merge")}>
            Merge with others…
          </MenuItem>
          <MenuItem onSelect={() => setOpened("split")}>Split…</MenuItem>
        </MenuContent>
      </Menu>
      {opened === "copy" && <CopyDialog {...dialog} />}
      {opened === "merge" && <MergeDialog {...dialog} others={others} />}
      {opened === "split" && <SplitDialog {...dialog} />}
    </>
  );
}

const reasonOf = ({ isMirror }: ChangeablePlaylist) =>
  isMirror ? "It follows a list of yours in Clouder" : "It belongs to somebody else";
