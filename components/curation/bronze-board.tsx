"use client";

import { useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { type MouseEvent, useEffect, useMemo, useRef, useState } from "react";
import { usePlayer } from "@/components/player/player-provider";
import type { BoardTrack, Category } from "@/lib/curation/board";
import { useBoardContext } from "./board-context";
import { numbersOf } from "./board-numbers";
import { boardNow } from "./board-query";
import { BronzeEmpty } from "./bronze-empty";
import { Deck } from "./deck";
import { focusAfter, focusAt, focusIn } from "./focus";
import { LanesBar } from "./lanes-bar";
import * as list from "./row-state";
import { rowsOf } from "./rows";
import { toPlayable } from "./to-playable";
import { TrackCard } from "./track-card";
import { TrackGrid } from "./track-grid";
import { useBronzeCommands } from "./use-bronze-commands";
import { useIsPhone } from "./use-is-phone";
import { useRovingFocus } from "./use-roving-focus";

const CategoryPicker = dynamic(() => import("./category-picker"), { ssr: false });

/** Everything new this week: one key per track, and the next one has the focus. */
export function BronzeBoard() {
  const { board, view, changeView, decisions } = useBoardContext();
  const client = useQueryClient();
  const player = usePlayer();
  const isPhone = useIsPhone();
  const grid = useRef<HTMLDivElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  const [state, setState] = useState(list.atTop);
  const [isPicking, setIsPicking] = useState(false);

  const rows = useMemo(() => rowsOf(board, view), [board, view]);
  const focused = focusIn(rows, state.focus);
  const isSorted = numbersOf(board).bronze === 0;
  const focusList = useRovingFocus(grid, focused?.id ?? null);
  useEffect(() => player.setQueue(rows.map(toPlayable)), [player, rows]);

  /** Read at the press, not at the last render: quick keys come faster than the screen. */
  const rowsNow = () => rowsOf(boardNow(client, board.period.id) ?? board, view);

  function sortInto(category: Category) {
    const now = rowsNow();
    const tracks = list.targetsOf(state, now);
    if (tracks.length === 0) return;
    const leaving = new Set(tracks.map(({ id }) => id));
    const next = focusAfter(now, leaving, focusIn(now, state.focus)?.id ?? null);
    decisions.sortInto(tracks, category);
    setState(list.clearSelection(list.focusRow(state, next)));
    playOn(
      leaving,
      now.find(({ id }) => id === next.id),
    );
  }

  /** Who listens while sorting hears the next track without another key. */
  function playOn(leaving: ReadonlySet<string>, next: BoardTrack | undefined) {
    const { current } = player.getState();
    if (!current || !leaving.has(current.id) || !player.isOn()) return;
    if (next?.preview) player.play(toPlayable(next));
    else player.pause();
  }

  function undo() {
    const [first] = decisions.undo();
    if (first) setState((now) => list.focusRow(now, { ...now.focus, id: first.id }));
  }

  function stepOut() {
    if (document.activeElement === filter.current) focusList();
    else if (state.selected.size > 0) setState(list.clearSelection);
    else if (view.text) changeView({ text: "" });
    else if (view.lane) changeView({ lane: null });
  }

  useBronzeCommands({
    hasFocus: focused !== null,
    selected: state.selected.size,
    sortInto,
    undo,
    stepOut,
    step: (offset) => setState((now) => list.step(now, rowsNow(), offset)),
    extend: (offset) => setState((now) => list.extend(now, rowsNow(), offset)),
    toggleSelected: () => focused && setState((now) => list.toggle(now, focused.id)),
    togglePreview: () => focused && player.toggle(toPlayable(focused)),
    focusFilter: () => filter.current?.select(),
    pickCategory: () => setIsPicking(true),
  });

  function pointAt(track: BoardTrack, event: MouseEvent) {
    const index = rows.findIndex(({ id }) => id === track.id);
    const focus = { id: track.id, index };
    if (event.shiftKey) setState((now) => list.extendTo(now, rows, index));
    else if (event.metaKey || event.ctrlKey)
      setState((now) => list.toggle(list.focusRow(now, focus), track.id));
    else setState((now) => list.focusRow(now, focus));
  }

  return (
    <>
      {!isSorted && <LanesBar filter={filter} onLeaveFilter={focusList} />}
      {!focused ? (
        <BronzeEmpty />
      ) : isPhone ? (
        <TrackCard
          track={focused}
          place={rows.findIndex(({ id }) => id === focused.id)}
          rows={rows.length}
          onSort={sortInto}
          onUndo={undo}
          onStep={(offset) => setState((now) => list.step(now, rowsNow(), offset))}
          onPick={() => setIsPicking(true)}
        />
      ) : (
        <TrackGrid
          list={grid}
          rows={rows}
          focusedId={focused.id}
          selected={state.selected}
          sort={view.sort}
          onSort={(sort) => {
            changeView({ sort });
            setState((now) => list.focusRow(now, focusAt([], 0)));
          }}
          onPoint={pointAt}
          onOpen={(track) => player.toggle(toPlayable(track))}
        />
      )}
      {focused && <Deck track={focused} selected={state.selected.size} onSort={sortInto} />}
      {isPicking && (
        <CategoryPicker
          categories={board.categories}
          onPick={sortInto}
          onClose={() => setIsPicking(false)}
        />
      )}
    </>
  );
}
