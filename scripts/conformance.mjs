import { refuseOldNode } from "./lib/node-version.mjs";

refuseOldNode();
void import("./lib/run-conformance.mjs").then(({ runConformance }) =>
  runConformance(process.argv.slice(2)),
);
