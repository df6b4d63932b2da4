import { refuseOldNode } from "./lib/node-version.mjs";

refuseOldNode();
void import("./lib/run-verify.mjs").then(({ runVerify }) => runVerify());
