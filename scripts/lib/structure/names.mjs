const ROOMS = [
  ".ci",
  "app",
  "components",
  "db",
  "docs",
  "e2e",
  "inngest",
  "lib",
  "public",
  "sandbox",
  "scripts",
];

const ROOT_FILES = [
  ".env",
  ".env.example",
  ".env.local",
  ".gitignore",
  ".npmrc",
  "AGENTS.md",
  "README.md",
  "biome.json",
  "drizzle.config.ts",
  "instrumentation.ts",
  "knip.json",
  "next-env.d.ts",
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "playwright.config.ts",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.build.json",
  "tsconfig.json",
  "tsconfig.tsbuildinfo",
  "vitest.config.ts",
];

const FEATURES = [
  "catalog",
  "collection",
  "connections",
  "curation",
  "enrichment",
  "history",
  "insights",
  "jobs",
  "library",
  "matching",
  "mirrors",
  "playlists",
  "rules",
  "sources",
];

/** The folders a room may have; a room that is not listed orders itself. */
const FOLDERS = {
  lib: [
    ...FEATURES,
    "account",
    "api",
    "appearance",
    "apple-music",
    "auth",
    "beatport",
    "health",
    "metrics",
    "musicbrainz",
    "quota",
    "security",
    "spotify",
    "testing",
    "traffic",
  ],
  components: [
    ...FEATURES,
    "appearance",
    "commands",
    "golden",
    "home",
    "player",
    "quota",
    "settings",
    "shell",
    "styles",
    "ui",
    "welcome",
  ],
  db: ["migrations", "queries", "schema", "testing"],
  inngest: ["engine", "functions", "testing"],
  docs: ["decisions", "screens"],
};

/** Names that say nothing about what is inside. */
const EMPTY_NAMES =
  /^(utils?|helpers?|services?|index|types?|misc|common|shared|managers?|constants)$/;
const LISTS = ["db/schema/index.ts", "inngest/functions/index.ts"];

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const ROUTE_SEGMENT = /^(\(.+\)|\[{1,2}(\.\.\.)?[a-zA-Z]+\]{1,2}|@[a-z-]+|_?[a-z0-9-]+)$/;
const SHOUTED = ["README", "AGENTS"];

function folderProblem(room, folder, parts) {
  if (parts.length > 2 && FOLDERS[room] && !FOLDERS[room].includes(folder)) {
    return `${room}/${folder}/ is no known folder; ${room}/ has ${FOLDERS[room].join(", ")}.`;
  }
  return null;
}

/** What is wrong with a file's place and name. */
export function nameProblems(file) {
  const parts = file.split("/");
  const [room, folder] = parts;
  if (parts.length === 1) {
    return ROOT_FILES.includes(file)
      ? []
      : [`does not belong at the top; the rooms are ${ROOMS.join(", ")}.`];
  }
  if (!ROOMS.includes(room)) return [`${room}/ is no room; the rooms are ${ROOMS.join(", ")}.`];

  const folders = parts.slice(1, -1);
  const stem = (parts.at(-1) ?? "").replace(/^[._]/, "").split(".")[0] ?? "";
  const allowed = room === "app" ? ROUTE_SEGMENT : KEBAB;
  const misnamed = folders.find((name) => !allowed.test(name));
  const generated = file.startsWith("db/migrations/") || file.startsWith("scripts/patches/");
  const empty = [...folders, stem].find((name) => EMPTY_NAMES.test(name));
  return [
    folderProblem(room, folder, parts),
    misnamed && `the folder "${misnamed}" is not in kebab-case.`,
    !KEBAB.test(stem) && !SHOUTED.includes(stem) && !generated && "its name is not in kebab-case.",
    empty &&
      !LISTS.includes(file) &&
      `"${empty}" says nothing about what is inside; name it by its noun or <verb>-<noun>.`,
  ].filter(Boolean);
}
