"use client";

import { useState } from "react";
import { Input } from "@/components/ui/input";
import type { ChangeablePlaylist } from "./change-playlist";
import { NameField } from "./name-field";
import { ProposalDialog } from "./proposal-dialog";
import type { Propose } from "./use-proposal";

const MOST_WITH = 10;
const FEW = 8;

type Props = {
  playlist: ChangeablePlaylist;
  others: readonly { id: string; name: string; total: number | null }[];
  propose: Propose;
  isBusy: boolean;
  onClose: () => void;
};

export function MergeDialog({ playlist, others, propose, isBusy, onClose }: Props) {
  const [name, setName] = useState(`${playlist.name} and more`);
  const [text, setText] = useState("");
  const [withIds, setWithIds] = useState<readonly string[]>([]);
  const found = others.filter(
    (other) =>
      withIds.includes(other.id) || other.name.toLowerCase().includes(text.trim().toLowerCase()),
  );
  const toggle = (id: string, isOn: boolean) =>
    setWithIds((before) => (isOn ? [...before, id] : before.filter((one) => one !== id)));
  return (
    <ProposalDialog
      title="Merge playlists"
      description="A new playlist with the tracks of this one and of others, each recording once. They stay as they are."
      isBusy={isBusy || withIds.length === 0}
      onSubmit={() =>
        propose({ change: "merge", playlistId: playlist.id, withIds: [...withIds], name })
      }
      onClose={onClose}
    >
      <NameField value={name} onChange={setName} />
      {others.length > FEW && (
        <Input
          type="search"
          aria-label="Find a playlist"
          placeholder="Find a playlist"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <fieldset className="max-h-[32vh] min-h-0 overflow-y-auto">
        <legend className="pb-1 text-ink-2">With, in this order</legend>
        {found.map(({ id, name: other, total }) => (
          <label key={id} className="flex min-h-7 items-center gap-2.5">
            <input
              type="checkbox"
              checked={withIds.includes(id)}
              disabled={!withIds.includes(id) && withIds.length === MOST_WITH}
              onChange={({ target }) => toggle(id, target.checked)}
              className="size-4 shrink-0 accent-ink"
            />
            <span className="min-w-0 flex-1 truncate">{other}</span>
            <span className="text-ink-3 tabular-nums">{total}</span>
          </label>
        ))}
      </fieldset>
    </ProposalDialog>
  );
}
