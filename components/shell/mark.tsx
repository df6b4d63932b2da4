/** Bronze, Silver, Gold: the three stages as one sign. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" fill="none" strokeWidth="1.6" aria-hidden="true" className={className}>
      <circle cx="10" cy="10" r="9" stroke="var(--bronze)" />
      <circle cx="10" cy="10" r="5.4" stroke="var(--silver)" />
      <circle cx="10" cy="10" r="2" fill="var(--gold)" />
    </svg>
  );
}
