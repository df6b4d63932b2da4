import type { ReferenceField } from "@/lib/api/reference";

type Props = { label: string; fields: readonly (ReferenceField & { place?: string })[] };

export function ApiFields({ label, fields }: Props) {
  if (fields.length === 0) return null;
  return (
    <dl aria-label={label} className="my-1 border-l pl-3 text-xs">
      {fields.map(({ name, type, required, words, place }) => (
        <div key={name} className="grid gap-x-4 py-1 sm:grid-cols-[11rem_minmax(0,1fr)]">
          <dt className="font-mono break-words">
            {name}
            {!required && <span className="text-ink-3">?</span>}
          </dt>
          <dd className="text-ink-2">
            <span className="text-ink-3">
              {place && `${place} · `}
              {type}
            </span>
            {words && <span className="block">{words}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
