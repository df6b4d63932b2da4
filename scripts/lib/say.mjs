/** Prints lines with the seconds since the start in front. */
export function createSay(write = (line) => process.stdout.write(`${line}\n`)) {
  const started = performance.now();
  return (message) => {
    const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
    for (const line of message.split("\n")) write(`${seconds}s  ${line}`);
  };
}
