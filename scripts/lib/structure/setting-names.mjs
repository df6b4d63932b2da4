const SETTING_FILES = ["lib/env.ts", "sandbox/settings.ts", "inngest/engine/settings.ts"];

/** Set by the start script or the runtime, never by a person. */
const NOT_FOR_PEOPLE = ["NODE_ENV", "APP_ROLE", "INSTANCE_ID", "SANDBOX_URL", "ENGINE_URL"];

/** Settings that the code reads and `.env.example` does not explain. */
export function settingProblems(file, text, documented) {
  if (!SETTING_FILES.includes(file)) return [];
  const read = [...text.matchAll(/^\s+([A-Z][A-Z0-9_]+): /gm)].map(([, name]) => name);
  return read
    .filter((name) => !documented.has(name) && !NOT_FOR_PEOPLE.includes(name))
    .map((name) => `reads ${name}, which .env.example does not explain.`);
}
