import { inRoot } from "./root.mjs";

/** How Node runs Next's server; `command` is start or dev. */
export const nextArgs = (command, { port, host }) => [
  inRoot("node_modules/next/dist/bin/next"),
  command,
  "-p",
  String(port),
  "-H",
  host,
];
