const isText = (value) => typeof value === "string" && value !== "";

/** What is wrong with a line that should be a figure, or null. */
export function figureProblem(line) {
  let figure;
  try {
    figure = JSON.parse(line);
  } catch {
    return "is not JSON";
  }
  for (const field of ["name", "unit", "on"]) {
    if (!isText(figure?.[field])) return `has no ${field}`;
  }
  return Number.isFinite(figure.value) ? null : "has no number as its value";
}
