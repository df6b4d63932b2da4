/** Why a person is not connected to Apple Music, as the address says it. */
export type AppleProblem = "apple-denied" | "apple-refused" | "apple-setup" | "apple-unanswered";

const words: Record<AppleProblem, string> = {
  "apple-denied":
    "Apple Music is not connected: the consent was not given, or it came back too late.",
  "apple-refused": "Apple Music does not know that consent. Nothing was connected.",
  "apple-setup":
    "Apple Music refuses the key of this Clouder. Whoever runs it finds APPLE_PRIVATE_KEY in .env.example.",
  "apple-unanswered": "Apple Music could not be reached. Nothing was connected.",
};

const isKnown = (code: string): code is AppleProblem => Object.hasOwn(words, code);

/** What went wrong on the way through Apple Music, in words; null for any other code. */
export const appleProblem = (code: string): string | null => (isKnown(code) ? words[code] : null);
