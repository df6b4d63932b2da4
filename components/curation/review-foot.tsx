"use client";

import { Pause, Play, Undo2 } from "lucide-react";
import { usePlayerState } from "@/components/player/player-provider";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import type { BoardTrack } from "@/lib/curation/board";
import { stageCommands } from "./board-commands";
import { useBoardContext } from "./board-context";
import { type Hint, KeyHints } from "./key-hints";
import { reviewCommands } from "./review-commands";
import { useToastsAbove } from "./use-toasts-above";

const commands = [...stageCommands, ...reviewCommands];
const hints: readonly Hint[] = [
  { commands: ["review.promote"], word: "to Gold" },
  { commands: ["review.promoteAll"], word: "whole category" },
  { commands: ["review.earlier", "review.later"], word: "reorder" },
  { commands: ["review.back"], word: "back to Bronze" },
  { commands: ["board.play"], word: "play" },
  { commands: ["board.undo"], word: "undo" },
  { commands: ["board.help"], word: "all keys" },
];

type Props = {
  track: BoardTrack | null;
  isClosing: boolean;
  problem: string | null;
  onPlay: () => void;
  onPromote: () => void;
  onPick: () => void;
  onBack: () => void;
  onUndo: () => void;
  onClose: () => void;
};

/** The keys of the review, on a phone the same as buttons; and the end of the week. */
export function ReviewFoot(props: Props) {
  const { board } = useBoardContext();
  const foot = useToastsAbove();
  const isClosed = board.period.closedAt !== null;
  return (
    <div
      ref={foot}
      className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t bg-surface px-5 py-2.5 phone:px-3"
    >
      <KeyHints commands={commands} hints={hints} />
      {props.track && <TouchActions {...props} track={props.track} />}
      {props.problem && (
        <p role="alert" className="text-danger">
          {props.problem}
        </p>
      )}
      <Button className="ml-auto phone:w-full" onClick={props.onClose} disabled={props.isClosing}>
        {props.isClosing && <Spinner />}
        {isClosed ? "Week in numbers" : "Close week"}
      </Button>
    </div>
  );
}

function TouchActions({ track, ...props }: Props & { track: BoardTrack }) {
  const { board } = useBoardContext();
  const isOn = usePlayerState(
    ({ current, status }) =>
      current?.id === track.id && (status === "playing" || status === "loading"),
  );
  return (
    <div className="grid w-full grid-cols-[auto_1fr_1fr_1fr_auto] gap-2 md:hidden">
      <Button size="lg" aria-label={isOn ? "Pause" : "Play"} onClick={props.onPlay}>
        {isOn ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </Button>
      <Button size="lg" className="text-gold" disabled={track.promoted} onClick={props.onPromote}>
        {track.promoted ? "In Gold" : "To Gold"}
      </Button>
      <Button size="lg" onClick={props.onPick}>
        Move
      </Button>
      <Button size="lg" onClick={props.onBack}>
        Bronze
      </Button>
      <Button
        size="lg"
        look="quiet"
        aria-label="Undo"
        disabled={board.undoable === 0}
        onClick={props.onUndo}
      >
        <Undo2 aria-hidden="true" />
      </Button>
    </div>
  );
}
