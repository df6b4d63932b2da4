import { CamelotKey } from "@/components/ui/camelot-key";
import { LocalTime } from "@/components/ui/local-time";
import { providerName } from "@/lib/connections/provider";
import type { FactLine, FactOrigin, FactValue } from "@/lib/enrichment/known-track-view";

/** Everything a rule can ask of a track, and who says so. */
export function TrackFactList({ facts }: { facts: readonly FactLine[] }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(min(20rem,100%),1fr))] gap-x-8">
      {facts.map(({ name, value, from }) => (
        <div key={name} className="flex min-h-8 items-baseline gap-3 border-t py-1.5">
          <dt className="w-20 shrink-0 text-xs text-ink-3">{name}</dt>
          <dd className="flex min-w-0 flex-1 items-baseline justify-between gap-3">
            <span className="min-w-0 break-words tabular-nums">
              <Value value={value} />
            </span>
            {from.length > 0 && (
              <span className="shrink-0 text-2xs text-ink-3">
                {from.map(originName).join(", ")}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value }: { value: FactValue }) {
  switch (value.as) {
    case "key":
      return <CamelotKey value={value.key} />;
    case "moment":
      return <LocalTime iso={value.iso} show="moment" />;
    case "text":
      return value.text;
    case "none":
      return <span className="text-ink-3">{value.text}</span>;
  }
}

function originName(origin: FactOrigin): string {
  if (origin === "curation") return "Your sorting";
  return origin === "list" ? "A source" : providerName(origin);
}
