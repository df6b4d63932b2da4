import clsx from "clsx";
import { FlaskConical } from "lucide-react";

/** Says that nothing here reaches the real services. */
export function DemoNote({ className }: { className?: string }) {
  return (
    <p className={clsx("flex items-center gap-2 text-xs text-ink-3", className)}>
      <FlaskConical aria-hidden="true" />
      Demo world: every service is simulated
    </p>
  );
}
