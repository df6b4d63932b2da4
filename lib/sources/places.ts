type Origin = { sourceId: string; name: string };

/** Where a track stands, a source once: "Liked tracks · Peak Time · Warm-up 3×". */
export function placesOf(origins: readonly Origin[]): string {
  const places = new Map<string, { name: string; times: number }>();
  for (const { sourceId, name } of origins) {
    const times = (places.get(sourceId)?.times ?? 0) + 1;
    places.set(sourceId, { name, times });
  }
  return [...places.values()]
    .map(({ name, times }) => (times > 1 ? `${name} ${times}×` : name))
    .join(" · ");
}
