import type { Command } from "@/components/commands/command";
import { type LibraryPart, libraryParts } from "@/lib/library/part";
import { partWords } from "@/lib/library/part-words";

export type RowsContext = {
  hasRows: boolean;
  step: (rows: number) => void;
  /** To a row, counted from the end when negative. */
  jump: (index: number) => void;
  open: () => void;
  openAtProvider: () => void;
  find: () => void;
  showHelp: () => void;
};

const group = "Library";
const ROWS_OF_A_PAGE = 12;
const hasRows = ({ hasRows: has }: RowsContext) => has;

/** What a person can do with a list of a library. */
export const rowCommands: readonly Command<RowsContext>[] = [
  {
    id: "library.down",
    title: "Next row",
    group,
    keys: ["j", "ArrowDown"],
    enabled: hasRows,
    run: ({ step }) => step(1),
  },
  {
    id: "library.up",
    title: "Previous row",
    group,
    keys: ["k", "ArrowUp"],
    enabled: hasRows,
    run: ({ step }) => step(-1),
  },
  {
    id: "library.page-down",
    title: "A page down",
    group,
    keys: ["PageDown"],
    enabled: hasRows,
    run: ({ step }) => step(ROWS_OF_A_PAGE),
  },
  {
    id: "library.page-up",
    title: "A page up",
    group,
    keys: ["PageUp"],
    enabled: hasRows,
    run: ({ step }) => step(-ROWS_OF_A_PAGE),
  },
  {
    id: "library.first",
    title: "First row",
    group,
    keys: ["Home"],
    enabled: hasRows,
    run: ({ jump }) => jump(0),
  },
  {
    id: "library.last",
    title: "Last row",
    group,
    keys: ["End"],
    enabled: hasRows,
    run: ({ jump }) => jump(-1),
  },
  {
    id: "library.open",
    title: "Open",
    group,
    keys: ["Enter"],
    enabled: hasRows,
    run: ({ open }) => open(),
  },
  {
    id: "library.spotify",
    title: "Open on Spotify",
    group,
    keys: ["o"],
    enabled: hasRows,
    run: ({ openAtProvider }) => openAtProvider(),
  },
  { id: "library.find", title: "Find", group, keys: ["/"], run: ({ find }) => find() },
  {
    id: "library.help",
    title: "All keys",
    group: "Help",
    keys: ["?"],
    run: ({ showHelp }) => showHelp(),
  },
];

export type TabsContext = {
  show: (part: LibraryPart) => void;
  /** To a neighbouring tab. */
  turn: (tabs: number) => void;
};

/** From list to list. */
export const tabCommands: readonly Command<TabsContext>[] = [
  ...libraryParts.map((part, index) => ({
    id: `library.show.${part}`,
    title: partWords[part],
    group: "Lists",
    keys: [String(index + 1)],
    run: ({ show }: TabsContext) => show(part),
  })),
  {
    id: "library.next",
    title: "Next list",
    group: "Lists",
    keys: ["ArrowRight", "l"],
    run: ({ turn }) => turn(1),
  },
  {
    id: "library.previous",
    title: "Previous list",
    group: "Lists",
    keys: ["ArrowLeft", "h"],
    run: ({ turn }) => turn(-1),
  },
];
