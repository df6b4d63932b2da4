/** The form names take in addresses: ASCII, lower case, hyphens ("R&B" becomes "rb"). */
export const slugOf = (name: string) =>
  name
    .normalize("NFKD")
    .replaceAll("ø", "o")
    .replaceAll("Ø", "o")
    .replaceAll(/[^\w\s-]/g, "")
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, "-");
