import { refuseOldNode } from "./lib/node-version.mjs";

refuseOldNode();
void import("./lib/run-screens.mjs").then(({ runScreens }) => runScreens());
