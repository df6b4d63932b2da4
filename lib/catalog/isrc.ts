const FORM = /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/;

/** The normal form, upper case without separators; null for anything that is no ISRC. */
export function normalizeIsrc(text: string | null): string | null {
  const plain = text?.toUpperCase().replace(/[^A-Z0-9]/g, "") ?? "";
  return FORM.test(plain) ? plain : null;
}
