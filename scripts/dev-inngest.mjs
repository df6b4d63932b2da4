import { refuseOldNode } from "./lib/node-version.mjs";

refuseOldNode();
void import("./lib/run-dev-inngest.mjs").then(({ runDevInngest }) => runDevInngest());
