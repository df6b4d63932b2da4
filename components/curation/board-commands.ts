import { chordOfKey } from "@/components/commands/chord";
import type { Command } from "@/components/commands/command";
import type { Category } from "@/lib/curation/board";
import type { Stage } from "./board-view";
import { type WeekContext, weekCommands } from "./week-commands";

/** What both stages of the board let a command do. */
export type StageContext = WeekContext & {
  hasFocus: boolean;
  undoable: number;
  sortInto: (category: Category) => void;
  undo: () => void;
  togglePreview: () => void;
  seekBy: (seconds: number) => void;
  pickCategory: () => void;
  showStage: (stage: Stage) => void;
};

export type BronzeContext = StageContext & {
  selected: number;
  step: (offset: number) => void;
  extend: (offset: number) => void;
  toggleSelected: () => void;
  stepOut: () => void;
  focusFilter: () => void;
};

const SEEK_SECONDS = 10;
const PAGE_ROWS = 12;
const ALL_ROWS = 100_000;

type StageCommand = Command<StageContext>;

/** One key per category; Trash is the last of them. */
export const categoryCommands = (categories: readonly Category[]): StageCommand[] =>
  categories
    .filter(({ archived }) => !archived)
    .map((category) => ({
      id: `board.category.${category.id}`,
      title: category.isTrash ? "To Trash" : `To ${category.name}`,
      group: "Sort into",
      keys: category.shortcut === null ? [] : [chordOfKey(category.shortcut)],
      enabled: ({ hasFocus }) => hasFocus,
      run: ({ sortInto }) => sortInto(category),
    }));

/** Commands of both stages. */
export const stageCommands: readonly StageCommand[] = [
  {
    id: "board.pick",
    title: "Type a category",
    group: "Sort",
    keys: ["t"],
    enabled: ({ hasFocus }) => hasFocus,
    run: ({ pickCategory }) => pickCategory(),
  },
  {
    id: "board.undo",
    title: "Undo",
    group: "Sort",
    keys: ["u", "mod+z"],
    enabled: ({ undoable }) => undoable > 0,
    run: ({ undo }) => undo(),
  },
  {
    id: "board.play",
    title: "Play or pause",
    group: "Listen",
    keys: ["Space"],
    enabled: ({ hasFocus }) => hasFocus,
    run: ({ togglePreview }) => togglePreview(),
  },
  ...weekCommands,
];

const moving: readonly Command<BronzeContext>[] = [
  { id: "board.next", title: "Next track", keys: ["j", "ArrowDown"], rows: 1 },
  { id: "board.previous", title: "Previous track", keys: ["k", "ArrowUp"], rows: -1 },
  { id: "board.pageDown", title: "A page down", keys: ["PageDown"], rows: PAGE_ROWS },
  { id: "board.pageUp", title: "A page up", keys: ["PageUp"], rows: -PAGE_ROWS },
  { id: "board.first", title: "First track", keys: ["Home"], rows: -ALL_ROWS },
  { id: "board.last", title: "Last track", keys: ["End"], rows: ALL_ROWS },
].map(({ rows, ...command }) => ({
  ...command,
  group: "Move",
  run: ({ step }) => step(rows),
}));

/** Commands of the Bronze list alone. */
export const bronzeCommands: readonly Command<BronzeContext>[] = [
  ...moving,
  {
    id: "board.seekBack",
    title: "Back 10 seconds",
    group: "Listen",
    keys: ["ArrowLeft"],
    run: ({ seekBy }) => seekBy(-SEEK_SECONDS),
  },
  {
    id: "board.seekForward",
    title: "Forward 10 seconds",
    group: "Listen",
    keys: ["ArrowRight"],
    run: ({ seekBy }) => seekBy(SEEK_SECONDS),
  },
  {
    id: "board.select",
    title: "Select or deselect",
    group: "Select and filter",
    keys: ["x"],
    enabled: ({ hasFocus }) => hasFocus,
    run: ({ toggleSelected }) => toggleSelected(),
  },
  {
    id: "board.extendDown",
    title: "Select downwards",
    group: "Select and filter",
    keys: ["shift+ArrowDown", "shift+j"],
    run: ({ extend }) => extend(1),
  },
  {
    id: "board.extendUp",
    title: "Select upwards",
    group: "Select and filter",
    keys: ["shift+ArrowUp", "shift+k"],
    run: ({ extend }) => extend(-1),
  },
  {
    id: "board.filter",
    title: "Filter the list",
    group: "Select and filter",
    keys: ["/"],
    run: ({ focusFilter }) => focusFilter(),
  },
  {
    id: "board.stepOut",
    title: "Drop selection, then filter",
    group: "Select and filter",
    keys: ["Escape"],
    whileTyping: true,
    run: ({ stepOut }) => stepOut(),
  },
  {
    id: "board.silver",
    title: "Go to Silver",
    group: "Week",
    keys: ["s"],
    run: ({ showStage }) => showStage("silver"),
  },
];
