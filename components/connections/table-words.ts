/** "user_saved_tracks" → "Saved tracks" */
export function tableWords(table: string): string {
  const words = table.replace(/^user_/, "").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
