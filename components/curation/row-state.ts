import { type Focus, focusAt, focusIn } from "./focus";

type Row = { id: string };

/** Where the DJ is in a list, and what is chosen beside the focused row. */
export type RowState = {
  focus: Focus;
  selected: ReadonlySet<string>;
  /** Where a range began, with what was selected before it. */
  range: { anchorId: string; before: ReadonlySet<string> } | null;
};

const nothing: ReadonlySet<string> = new Set();

export const atTop: RowState = { focus: { id: null, index: 0 }, selected: nothing, range: null };

const indexOf = (rows: readonly Row[], id: string | null) => rows.findIndex((row) => row.id === id);

export const focusRow = (state: RowState, focus: Focus): RowState => ({
  ...state,
  focus,
  range: null,
});

export function step(state: RowState, rows: readonly Row[], offset: number): RowState {
  const at = indexOf(rows, focusIn(rows, state.focus)?.id ?? null);
  return focusRow(state, focusAt(rows, at + offset));
}

/** Moves the focus and selects everything between it and where the range began. */
export function extend(state: RowState, rows: readonly Row[], offset: number): RowState {
  const focused = focusIn(rows, state.focus);
  if (!focused) return state;
  return extendTo(state, rows, indexOf(rows, focused.id) + offset);
}

export function extendTo(state: RowState, rows: readonly Row[], index: number): RowState {
  const focused = focusIn(rows, state.focus);
  if (!focused) return state;
  const range = state.range ?? { anchorId: focused.id, before: state.selected };
  const focus = focusAt(rows, index);
  const anchor = indexOf(rows, range.anchorId);
  const [from, to] = anchor < focus.index ? [anchor, focus.index] : [focus.index, anchor];
  const inRange = rows.slice(Math.max(from, 0), to + 1).map(({ id }) => id);
  return { focus, range, selected: new Set([...range.before, ...inRange]) };
}

export function toggle(state: RowState, id: string): RowState {
  const selected = new Set(state.selected);
  if (!selected.delete(id)) selected.add(id);
  return { ...state, selected, range: null };
}

export const clearSelection = (state: RowState): RowState => ({
  ...state,
  selected: nothing,
  range: null,
});

/** What a decision takes: the selected rows in their order, else the focused one. */
export function targetsOf<R extends Row>(state: RowState, rows: readonly R[]): R[] {
  const selected = rows.filter(({ id }) => state.selected.has(id));
  if (selected.length > 0) return selected;
  const focused = focusIn(rows, state.focus);
  return focused ? [focused] : [];
}
