/** "Techno (Peak Time / Driving)" is read as "Techno", then what tells it from other Techno. */
export function splitStyleName(name: string): { family: string; branch: string | null } {
  const match = /^(.+?)\s*\((.+)\)$/.exec(name.trim());
  const [, family, branch] = match ?? [];
  return family && branch ? { family, branch } : { family: name.trim(), branch: null };
}
