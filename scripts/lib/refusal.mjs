/** A reason not to go on that a person can do something about: shown as its sentence, without a stack. */
export class Refusal extends Error {
  name = "Refusal";
}

/** Runs a command's body; a refusal becomes its sentence and exit code 1, anything else a stack. */
export async function asCommand(body) {
  try {
    await body();
  } catch (error) {
    console.error(error instanceof Refusal ? `\n${error.message}\n` : error);
    process.exitCode = 1;
  }
}
