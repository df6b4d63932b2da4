"use client";

import { useId, useState } from "react";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type Grouping, groupings, MOST_GROUPS } from "@/lib/playlists/group-rows";
import type { ChangeablePlaylist } from "./change-playlist";
import { NameField } from "./name-field";
import { countWords } from "./plan-words";
import { ProposalDialog } from "./proposal-dialog";
import type { Propose } from "./use-proposal";

const USUAL_SIZE = 50;
const LONGEST = 10_000;

const groupWords: Record<Grouping, string> = {
  label: "Label",
  genre: "Genre",
  year: "Year of release",
  key: "Key",
};

type Props = {
  playlist: ChangeablePlaylist;
  propose: Propose;
  isBusy: boolean;
  onClose: () => void;
};

export function SplitDialog({ playlist, propose, isBusy, onClose }: Props) {
  const { id: playlistId, total } = playlist;
  const [name, setName] = useState(playlist.name);
  const [by, setBy] = useState<Grouping | null>(null);
  const [size, setSize] = useState(Math.min(USUAL_SIZE, Math.max(1, Math.ceil((total ?? 2) / 2))));
  const byId = useId();
  const sizeId = useId();
  const parts = total !== null && size >= 1 ? Math.ceil(total / size) : null;
  return (
    <ProposalDialog
      title="Split the playlist"
      description="New playlists with the tracks of this one, in its order. This one stays as it is."
      isBusy={isBusy}
      onSubmit={() =>
        propose(
          by
            ? { change: "group", playlistId, name, by }
            : { change: "split", playlistId, name, size },
        )
      }
      onClose={onClose}
    >
      <NameField
        label={by ? "Their name, with the group behind it" : "Their name, with a number behind it"}
        value={name}
        onChange={setName}
      />
      <div className="flex flex-col gap-1">
        <label htmlFor={byId} className="text-ink-2">
          Split by
        </label>
        <Select
          id={byId}
          value={by ?? ""}
          onChange={({ currentTarget: { value } }) =>
            setBy(groupings.find((grouping) => grouping === value) ?? null)
          }
        >
          <option value="">Number of tracks</option>
          {groupings.map((grouping) => (
            <option key={grouping} value={grouping}>
              {groupWords[grouping]}
            </option>
          ))}
        </Select>
      </div>
      {by === null && (
        <div className="flex flex-col gap-1">
          <label htmlFor={sizeId} className="text-ink-2">
            Tracks in each
          </label>
          <Input
            id={sizeId}
            type="number"
            required
            min={1}
            max={LONGEST}
            value={size || ""}
            onChange={(event) => setSize(event.currentTarget.valueAsNumber || 0)}
          />
        </div>
      )}
      <p aria-live="polite" className="text-xs text-ink-3">
        {by ? FEW : parts !== null && `Makes ${countWords(parts, "playlist")}.`}
      </p>
    </ProposalDialog>
  );
}

const FEW = `At most ${MOST_GROUPS} playlists: small groups, and tracks of which it is not known, come together.`;
