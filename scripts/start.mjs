import { refuseOldNode } from "./lib/node-version.mjs";

refuseOldNode();

// Loaded after the check: an old Node would stop at its syntax instead of at our sentence.
void import("./lib/run-app.mjs").then(({ runApp }) =>
  runApp({ dev: process.argv.includes("--dev") }),
);
