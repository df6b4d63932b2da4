"use client";

import { Ban, Ellipsis, Pin } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "@/components/ui/menu";
import type { OverrideKind } from "@/lib/rules/override";
import type { RuleSetTrack } from "@/lib/rules/rule-set-view";
import { TrackLine, titleOf } from "./track-line";

type Props = {
  track: RuleSetTrack;
  kind: OverrideKind | null;
  onWhy: () => void;
  onSay: (kind: OverrideKind | null) => void;
};

const marks = {
  pin: { Icon: Pin, words: "Pinned" },
  exclude: { Icon: Ban, words: "Kept out" },
};

export function ResultTrack({ track, kind, onWhy, onSay }: Props) {
  const mark = kind && marks[kind];
  return (
    <TrackLine
      track={track}
      mark={
        mark && (
          <span className="flex shrink-0 items-center gap-1 text-2xs text-ink-2">
            <mark.Icon aria-hidden="true" className="size-3!" />
            {mark.words}
          </span>
        )
      }
    >
      <Button size="sm" look="quiet" onClick={onWhy}>
        Why
        <span className="sr-only">: {titleOf(track)}</span>
      </Button>
      <Menu>
        <MenuTrigger asChild>
          <Button look="quiet" size="icon-sm" aria-label={`Pin or keep out ${titleOf(track)}`}>
            <Ellipsis aria-hidden="true" />
          </Button>
        </MenuTrigger>
        <MenuContent align="end">
          {kind !== "pin" && (
            <MenuItem onSelect={() => onSay("pin")}>
              <Pin aria-hidden="true" />
              Pin: always in
            </MenuItem>
          )}
          {kind !== "exclude" && (
            <MenuItem onSelect={() => onSay("exclude")}>
              <Ban aria-hidden="true" />
              Keep out: never in
            </MenuItem>
          )}
          {kind && <MenuItem onSelect={() => onSay(null)}>Leave it to the rules again</MenuItem>}
        </MenuContent>
      </Menu>
    </TrackLine>
  );
}
