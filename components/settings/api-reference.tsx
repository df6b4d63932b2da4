import { ChevronRight } from "lucide-react";
import type { Reference, ReferenceOperation } from "@/lib/api/reference";
import { ApiFields } from "./api-fields";

const EXAMPLE = `curl -H "Authorization: Bearer $CLOUDER_TOKEN" \\
  "$CLOUDER_URL/api/v1/library/saved-tracks?at=2026-01-01T00:00:00Z&format=csv"`;

/** Everything a program can ask for, from the description that it can read as well. */
export function ApiReference({ reference }: { reference: Reference }) {
  const { operations, schemas } = reference;
  const groups = [...new Set(operations.map(groupOf))];
  return (
    <div className="flex flex-col gap-8">
      <section aria-label="How it is used" className="flex flex-col gap-3 text-ink-2">
        <p>
          Send the token with each request. Lists come in pages: <code>nextCursor</code>, or the{" "}
          <code>Link</code> header, leads to the next. What is refused is told as{" "}
          <code>application/problem+json</code>. For other tools there is the same as{" "}
          <a href="/api/v1/openapi.json" className="underline underline-offset-2 hover:text-ink">
            OpenAPI 3.1
          </a>
          .
        </p>
        <pre className="rounded-md border bg-surface p-3 font-mono text-xs whitespace-pre-wrap wrap-anywhere text-ink">
          {EXAMPLE}
        </pre>
      </section>
      {groups.map((group) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h3 id={`group-${group}`} className="pb-2 font-medium capitalize">
            {group}
          </h3>
          <ul className="border-t">
            {operations
              .filter((operation) => groupOf(operation) === group)
              .map((operation) => (
                <Operation key={operation.id} operation={operation} />
              ))}
          </ul>
        </section>
      ))}
      <section aria-labelledby="schemas">
        <h3 id="schemas" className="pb-2 font-medium">
          What answers are made of
        </h3>
        <ul className="border-t">
          {schemas
            .filter(({ fields }) => fields.length > 0)
            .map(({ name, words, fields }) => (
              <li key={name} id={name} className="scroll-mt-4 border-b py-2">
                <details className="group">
                  <summary className="flex w-fit list-none items-start gap-2 rounded-sm">
                    <Marker />
                    <span className="font-mono text-xs leading-5">{name}</span>
                  </summary>
                  <div className="pl-6">
                    {words && <p className="pt-2 text-ink-2">{words}</p>}
                    <ApiFields label={`Fields of ${name}`} fields={fields} />
                  </div>
                </details>
              </li>
            ))}
        </ul>
      </section>
    </div>
  );
}

const Marker = () => (
  <ChevronRight aria-hidden="true" className="mt-0.5 shrink-0 text-ink-3 group-open:rotate-90" />
);

const groupOf = ({ path }: ReferenceOperation) => path.split("/")[1] ?? "";

function Operation({ operation }: { operation: ReferenceOperation }) {
  const { id, method, path, summary, scope, parameters, body, answer, asCsv } = operation;
  return (
    <li className="border-b py-2">
      <details className="group">
        <summary className="flex list-none items-start gap-2 rounded-sm">
          <Marker />
          <span className="w-11 shrink-0 font-mono text-xs leading-5 text-ink-3">{method}</span>
          <span className="min-w-0">
            <span className="block font-mono text-xs leading-5 wrap-anywhere">{path}</span>
            <span className="block text-ink-2">{summary}</span>
          </span>
        </summary>
        <div className="flex flex-col gap-2 pt-2 pl-6">
          <p className="text-ink-2">
            {scope ? (
              <>
                Needs <code className="text-ink">{scope}</code>.{" "}
              </>
            ) : (
              "Needs no token. "
            )}
            Answers <code className="text-ink">{answer}</code>
            {asCsv && " or CSV"}.
          </p>
          <ApiFields label={`Parameters of ${id}`} fields={parameters} />
          <ApiFields label={`Body of ${id}`} fields={body} />
        </div>
      </details>
    </li>
  );
}
