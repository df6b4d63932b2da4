const marks = {
  refused: { path: "M4 0.8 L7.6 7.2 L0.4 7.2 Z", className: "fill-warning" },
  failed: { path: "M1 1 L7 7 M7 1 L1 7", className: "stroke-danger stroke-[1.8] fill-none" },
};

/** A triangle for what was refused, a cross for what failed: told apart without their colours. */
export function UsageMark({ of }: { of: keyof typeof marks }) {
  const { path, className } = marks[of];
  return (
    <svg aria-hidden="true" viewBox="0 0 8 8" className="mb-0.5 size-2 shrink-0">
      <path d={path} className={className} />
    </svg>
  );
}
