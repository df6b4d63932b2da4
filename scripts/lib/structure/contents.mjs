const LONGEST = 250;

/** Where an error may be caught: at the doors, and where a far end's error becomes ours. */
const MAY_CATCH = [
  /^lib\/(action|route)\.ts$/,
  /^lib\/api\/(door|read-body)\.ts$/,
  /^lib\/(apple-music|beatport|musicbrainz|spotify|traffic)\//,
  /^inngest\/(client|until-answered)\.ts$/,
  /^components\/ui\/browser-store\.ts$/,
  /^lib\/history\/time-zone\.ts$/,
  /^inngest\/engine\//,
  /^(sandbox|scripts|e2e)\//,
];

const FORBIDDEN = [
  [/\b(TODO|FIXME|XXX)\b/, "finish it, or leave it out: a marker is no plan."],
  [
    /@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable/,
    "silences a check; fix what it found.",
  ],
  [
    /\b(test|it|describe)\.(skip|only|todo|fixme|skipIf|runIf|fails)\b/,
    "a test runs always, or is not there.",
  ],
  [/\bvi\.(mock|doMock)\(/, "replaces a module; hand the far end in, or fake its HTTP."],
];

const isTest = (file) => /\.(test|spec)\.tsx?$/.test(file);
const isOurOwnRule = (file) => file.startsWith("scripts/lib/structure/");

function lengthProblem(text) {
  const lines = text.split("\n").length - 1;
  return lines > LONGEST && `has ${lines} lines, more than ${LONGEST}; split it by what it names.`;
}

function doorProblem(text) {
  if (!/^["']use server["']/.test(text)) return null;
  const other = text
    .split("\n")
    .find((line) => /^export\b/.test(line) && !/^export const \w+ = userAction\(/.test(line));
  return other && `exports something else than userAction(…): ${other.trim()}`;
}

function catchProblem(file, text) {
  if (isTest(file) || MAY_CATCH.some((place) => place.test(file))) return null;
  return (
    /\}\s*catch\b/.test(text) &&
    "catches an error. Expected ones are AppError and go to the door; others are bugs and escape."
  );
}

function keyProblem(file, text) {
  if (file.startsWith("components/commands/") || isTest(file)) return null;
  return (
    /addEventListener\(\s*["']key(down|up|press)["']/.test(text) &&
    "listens for keys. Keys are commands: components/commands/."
  );
}

/** What is wrong inside a file of code. */
export function contentProblems(file, text) {
  const forbidden = isOurOwnRule(file) ? [] : FORBIDDEN.filter(([sign]) => sign.test(text));
  return [
    lengthProblem(text),
    doorProblem(text),
    catchProblem(file, text),
    keyProblem(file, text),
    ...forbidden.map(([sign, reason]) => `"${sign.exec(text)?.[0]}": ${reason}`),
  ].filter(Boolean);
}
