import { refuseOldNode } from "./lib/node-version.mjs";

refuseOldNode();
void import("./lib/run-bench.mjs").then(({ runBench }) => runBench(process.argv.slice(2)));
