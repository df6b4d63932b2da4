/**
 * Collects what has been started, and stops it in reverse order, once. What is added while
 * stopping is stopped at once.
 */
export function createShutdown() {
  const steps = [];
  let finished = null;

  async function stopAll() {
    for (let step = steps.pop(); step; step = steps.pop()) await step();
  }

  return {
    get stopping() {
      return finished !== null;
    },
    add(step) {
      steps.push(step);
      if (finished) finished = finished.then(stopAll);
    },
    run() {
      finished ??= stopAll();
      return finished;
    },
  };
}
