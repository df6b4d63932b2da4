const RADIUS = 8;
const LENGTH = 2 * Math.PI * RADIUS;

type Props = {
  /** 0 to 1, or null while nobody knows. */
  share: number | null;
  /** Stands still, amber. */
  waits?: boolean;
};

/** A thin ring, filled clockwise. */
export function Ring({ share, waits = false }: Props) {
  const filled = share === null ? 0.25 : Math.min(1, Math.max(0, share));
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      className={share === null && !waits ? "size-5 animate-spin" : "size-5 -rotate-90"}
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
        stroke={waits ? "var(--warning)" : "var(--text-2)"}
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeDasharray={`${filled * LENGTH} ${LENGTH}`}
      />
    </svg>
  );
}
