import { expect, test } from "vitest";
import { contentProblems } from "./contents.mjs";
import { documentProblems } from "./documents.mjs";
import { nameProblems } from "./names.mjs";
import { settingProblems } from "./setting-names.mjs";

test("a file has its room, its folder and a name that says something", () => {
  expect(nameProblems("lib/curation/move-tracks.ts")).toEqual([]);
  expect(nameProblems("app/(app)/curate/[slug]/[week]/page.tsx")).toEqual([]);
  expect(nameProblems("db/schema/index.ts")).toEqual([]);
  expect(nameProblems("inngest/engine/engine.db.test.ts")).toEqual([]);

  expect(nameProblems("server/main.ts")[0]).toContain("is no room");
  expect(nameProblems("notes.md")[0]).toContain("does not belong at the top");
  expect(nameProblems("lib/stuff/move.ts")[0]).toContain("is no known folder");
  expect(nameProblems("lib/curation/moveTracks.ts")[0]).toContain("kebab-case");
  expect(nameProblems("lib/curation/utils.ts")[0]).toContain('"utils" says nothing');
  expect(nameProblems("lib/curation/index.ts")[0]).toContain('"index" says nothing');
  expect(nameProblems("components/ui/helpers/row.tsx")[0]).toContain('"helpers" says nothing');
});

test("a server file exports doors only", () => {
  const door = '"use server";\n\nexport const moveAction = userAction(schema, run);\n';
  expect(contentProblems("lib/curation/actions.ts", door)).toEqual([]);
  const open = '"use server";\n\nexport async function move(id) {}\n';
  expect(contentProblems("lib/curation/actions.ts", open)[0]).toContain("export async function");
});

test("errors are caught at the doors only", () => {
  const text = "try { run(); } catch (error) { report(error); }\n";
  expect(contentProblems("lib/action.ts", text)).toEqual([]);
  expect(contentProblems("lib/spotify/playlists.ts", text)).toEqual([]);
  expect(contentProblems("lib/curation/move-tracks.ts", text)[0]).toContain("catches an error");
  expect(contentProblems("app/page.tsx", text)[0]).toContain("catches an error");
});

test("a file of more than 250 lines is too long", () => {
  expect(contentProblems("lib/x.ts", "\n".repeat(250))).toEqual([]);
  expect(contentProblems("lib/x.ts", "\n".repeat(251))[0]).toContain("251 lines");
});

test("skipped tests, silenced checks, markers and replaced modules are found", () => {
  const problems = (text: string) => contentProblems("lib/x.test.ts", text);
  expect(problems("test.skip('later', () => {})")[0]).toContain("a test runs always");
  expect(problems("// @ts-ignore")[0]).toContain("silences a check");
  expect(problems("// TODO: later")[0]).toContain("a marker is no plan");
  expect(problems('vi.mock("@/db/client")')[0]).toContain("replaces a module");
});

test("a document names only what exists", () => {
  const known = ["docs/operations.md", "lib/env.ts", "db/schema", "db/queries"];
  const problems = (text: string) =>
    documentProblems("docs/architecture.md", text, (target: string) => known.includes(target));
  expect(problems("[ports](operations.md#ports), [web](https://example.org)")).toEqual([]);
  expect(problems("`lib/env.ts`, `db/{schema,queries}`, `lib/<feature>/x.ts`")).toEqual([]);
  expect(problems("[gone](gone.md)")).toEqual(["names docs/gone.md, which does not exist."]);
  expect(problems("see `lib/gone.ts`")).toEqual(["names lib/gone.ts, which does not exist."]);
});

test("every setting the code reads is explained", () => {
  const text = "const schema = z.object({\n  PORT: port,\n  NEW_SETTING: z.string(),\n});\n";
  expect(settingProblems("lib/env.ts", text, new Set(["PORT"]))).toEqual([
    "reads NEW_SETTING, which .env.example does not explain.",
  ]);
});
