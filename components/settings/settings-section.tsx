import { type ReactNode, useId } from "react";

type Props = { title: string; children: ReactNode };

export function SettingsSection({ title, children }: Props) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-8 gap-y-3 border-t py-6 first:border-t-0 first:pt-0 md:grid-cols-[11rem_minmax(0,1fr)]"
    >
      <h2 id={id} className="font-medium text-ink-2">
        {title}
      </h2>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
