import os from "node:os";

interface Figure {
  name: string;
  value: number;
  unit: string;
  /** What it was measured on, in a few words; the machine is added. */
  on: string;
}

const machine = `${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;

/** Prints one figure as the one line that `npm run bench` passes on. */
export function report({ name, value, unit, on }: Figure) {
  process.stdout.write(`${JSON.stringify({ name, value, unit, on: `${on}; ${machine}` })}\n`);
}
