// Old syntax on purpose: this file must be readable by the Node versions it refuses.
export const OLDEST_NODE = "20.19.0";

const numbers = (version) => version.replace(/^v/, "").split(".").map(Number);

export function isOlder(version, than) {
  const left = numbers(version);
  const right = numbers(than);
  for (let part = 0; part < 3; part += 1) {
    if (left[part] !== right[part]) return left[part] < right[part];
  }
  return false;
}

/** Ends the process with one sentence when this Node is too old to run Clouder. */
export function refuseOldNode(version = process.version) {
  if (!isOlder(version, OLDEST_NODE)) return;
  console.error(
    `Clouder needs Node ${OLDEST_NODE} or newer; this is ${version}. Get one at https://nodejs.org.`,
  );
  process.exit(1);
}
