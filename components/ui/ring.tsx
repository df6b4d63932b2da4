const RADIUS = 8;
const LENGTH = 2 * Math.PI * RADIUS;

/** A thin ring, filled clockwise; `share` is 0 to 1, or null while nobody knows. */
export function Ring({ share }: { share: number | null }) {
  const filled = share === null ? 0.25 : Math.min(1, Math.max(0, share));
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      className={share === null ? "size-5 animate-spin" : "size-5 -rotate-90"}
    >
      <circle
        cx="10"
        cy="10"
        r={RADIUS}
        fill="none"
        stroke="var(--line-strong)"
        strokeWidth="1.75"
      />
      <circle
        cx="10"
        cy="10"
        r={RADIUS}
        fill="none"
        stroke="var(--text-2)"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeDasharray={`${filled * LENGTH} ${LENGTH}`}
      />
    </svg>
  );
}
