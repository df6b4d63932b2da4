import type { Command } from "@/components/commands/command";

type SetUp = { ready: boolean; create: () => void };

export const createAndStart: Command<SetUp> = {
  id: "style.create-and-start",
  title: "Create these categories and start the week",
  group: "Style",
  keys: ["Enter"],
  enabled: ({ ready }) => ready,
  run: ({ create }) => create(),
};
