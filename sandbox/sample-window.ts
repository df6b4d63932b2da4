/** The two minutes of a track that can be heard before buying; less of a short one. */
export function sampleWindow(lengthMs: number): { startMs: number; endMs: number } {
  const duration = Math.min(lengthMs, lengthMs < 200_000 ? 90_000 : 120_000);
  const startMs = Math.min(Math.round(lengthMs * 0.4), lengthMs - duration);
  return { startMs, endMs: startMs + duration };
}
