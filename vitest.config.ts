import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Files that wait for many faults and processes begin first, so that none of them is the last. */
const LONG =
  /(apply-faults|every-fault|crash|moving-lists|conformance|sync-library)\.db\.test\.ts$/;

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rankOf(b) - rankOf(a));
  }
}

const rankOf = ({ moduleId }: TestSpecification) => {
  if (LONG.test(moduleId)) return 2;
  return moduleId.endsWith(".db.test.ts") ? 1 : 0;
};

export default defineConfig({
  resolve: { alias: { "@": at("."), "server-only": at("./lib/testing/empty.ts") } },
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    // A guard against hanging, not a measurement: machines that run the tests may be busy.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          isolate: false,
          include: ["{lib,inngest,components,db}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts", "**/*.dom.test.tsx"],
          setupFiles: ["./lib/testing/env.ts"],
        },
      },
      {
        extends: true,
        test: {
          // Real servers and processes, without the database.
          name: "programs",
          isolate: false,
          include: ["{sandbox,scripts}/**/*.test.ts"],
          exclude: ["**/*.db.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "dom",
          isolate: false,
          include: ["components/**/*.dom.test.tsx"],
          environment: "happy-dom",
          setupFiles: ["./lib/testing/env.ts", "./lib/testing/dom.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: ["node_modules/**"],
          globalSetup: "./db/testing/global-setup.ts",
          setupFiles: ["./lib/testing/env.ts", "./db/testing/setup.ts"],
          pool: "forks",
        },
      },
    ],
  },
});
