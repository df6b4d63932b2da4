import { ChevronRight } from "lucide-react";
import type { Command } from "@/components/commands/command";
import { KeyCap } from "@/components/commands/key-cap";

type Listed = Pick<Command<never>, "id" | "title" | "group" | "keys">;
type Props = { title: string; commands: readonly Listed[] };

/** The keys of one stage, from the records that bind them. */
export function KeyOverview({ title, commands }: Props) {
  const withKeys = commands.filter(({ keys }) => keys.length > 0);
  const groups = [...new Set(withKeys.map(({ group }) => group))];
  return (
    <details className="group border-b py-2">
      <summary className="flex w-fit list-none items-center gap-2 rounded-sm font-medium">
        <ChevronRight aria-hidden="true" className="text-ink-3 group-open:rotate-90" />
        {title}
      </summary>
      <div className="gap-10 pt-3 sm:columns-2">
        {groups.map((group) => (
          <section key={group} aria-label={group} className="mb-4 break-inside-avoid">
            <h3 className="pb-1 text-2xs text-ink-3">{group}</h3>
            <dl>
              {withKeys
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id} className="flex min-h-7 items-center justify-between gap-4">
                    <dt className="text-ink-2">{command.title}</dt>
                    <dd className="flex gap-1">
                      {command.keys.map((chord) => (
                        <KeyCap key={chord} chord={chord} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </details>
  );
}
