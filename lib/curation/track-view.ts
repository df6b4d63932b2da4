/** Beatport's usual sample, where it does not say how long one is. */
const SAMPLE_MS = 120_000;

export const beatportTrackUrl = ({ slug, beatportId }: { slug: string; beatportId: number }) =>
  `https://www.beatport.com/track/${encodeURIComponent(slug)}/${beatportId}`;

/** The part of the recording that the preview plays. */
export function viewPreview(row: {
  previewUrl: string | null;
  previewStartMs: number | null;
  previewEndMs: number | null;
}) {
  if (row.previewUrl === null) return null;
  const startMs = row.previewStartMs ?? 0;
  return { url: row.previewUrl, startMs, endMs: row.previewEndMs ?? startMs + SAMPLE_MS };
}
