import type { Command } from "@/components/commands/command";

export const goOnSorting: Command<{ goOn: () => void }> = {
  id: "home.go-on",
  title: "Go on sorting",
  group: "Home",
  keys: ["Enter"],
  run: ({ goOn }) => goOn(),
};
