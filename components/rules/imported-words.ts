/** A pin or an exclusion of a track that is not known here does nothing, and says so. */
export function importedWords(unknown: number): string {
  if (unknown === 0) return "Imported.";
  const [tracks, are] = unknown === 1 ? ["1 track", "is"] : [`${unknown} tracks`, "are"];
  return `Imported. ${tracks} it pins or keeps out ${are} not known here.`;
}
