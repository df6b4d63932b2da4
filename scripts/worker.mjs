import { refuseOldNode } from "./lib/node-version.mjs";

refuseOldNode();
void import("./lib/run-worker.mjs").then(({ runWorker }) => runWorker());
