const REMOVED = "[removed]";
/** A shorter value would be found inside ordinary words. */
const SHORTEST = 12;

const KEYS =
  "access_?token|refresh_?token|id_?token|session_?token|token|client_?secret|secret|password|code_?verifier|authorization|proxy-authorization|cookie|set-cookie|signing_?key|event_?key|music[-_]user[-_]token|private_?key";
const PARAMETERS =
  "access_token|refresh_token|id_token|music_user_token|developer_token|client_secret|code_verifier|code|password|[\\w.-]*next-auth\\.[\\w.-]+";

/**
 * `"key":"value"` at any depth, also inside JSON that was itself put into a string, where each quote
 * has the same backslashes before it, and each backslash of the value one more than those.
 */
const GAP = "(?:\\s|\\\\+[nrt])*";
const VALUE = '(?:[^"\\\\]|\\1\\\\(?:[^"\\\\]|\\1\\\\|\\1"))*?';
const IN_JSON = new RegExp(`(\\\\*)"(${KEYS})\\1"(${GAP}:${GAP}\\[?${GAP})\\1"${VALUE}\\1"`, "gi");
const IN_FORM = new RegExp(`\\b(${PARAMETERS})=[^&;\\s"'\\\\]+`, "gi");
const IN_HEADER = /\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi;
const API_TOKEN = /\bcldr_[\w-]{43}/g;
const IN_ADDRESS = /:\/\/([^\s:/@"]+):[^\s@/"]+@/g;

/** Takes out of a text what lets somebody in: the given values, and whatever stands where secrets stand. */
export function secretHider(values: readonly (string | undefined)[]) {
  const known = values.filter((value) => value !== undefined && value.length >= SHORTEST);
  return (text: string) => {
    const without = known.reduce<string>(
      (rest, value) => rest.replaceAll(value ?? "", REMOVED),
      text,
    );
    return without
      .replace(IN_JSON, `$1"$2$1"$3$1"${REMOVED}$1"`)
      .replace(IN_HEADER, `$1 ${REMOVED}`)
      .replace(IN_FORM, `$1=${REMOVED}`)
      .replace(API_TOKEN, REMOVED)
      .replace(IN_ADDRESS, `://$1:${REMOVED}@`);
  };
}
