import type { Command } from "@/components/commands/command";
import type { PersonalProvider } from "@/lib/connections/provider";
import { offeredParts } from "@/lib/library/offered-parts";
import type { LibraryPart } from "@/lib/library/part";
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
    id: "library.provider",
    title: "Open where it is from",
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

const turnCommands: readonly Command<TabsContext>[] = [
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

const tabCommandsFor = (provider: PersonalProvider): readonly Command<TabsContext>[] => [
  ...offeredParts[provider].map((part, index) => ({
    id: `library.show.${part}`,
    title: partWords(part, provider),
    group: "Lists",
    keys: [String(index + 1)],
    run: ({ show }: TabsContext) => show(part),
  })),
  ...turnCommands,
];

/** From list to list. */
export const tabCommands: Record<PersonalProvider, readonly Command<TabsContext>[]> = {
  spotify: tabCommandsFor("spotify"),
  apple: tabCommandsFor("apple"),
};
