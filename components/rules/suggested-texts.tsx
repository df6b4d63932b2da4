"use client";

import { useQuery } from "@tanstack/react-query";
import type { SuggestedField } from "@/lib/rules/suggested-field";
import { knownTextsQuery } from "./rules-query";

/** What the person's tracks have in a field, offered while it is typed. */
export function SuggestedTexts({ id, field }: { id: string; field: SuggestedField }) {
  const { data = [] } = useQuery(knownTextsQuery(field));
  return (
    <datalist id={id}>
      {data.map((text) => (
        <option key={text} value={text} />
      ))}
    </datalist>
  );
}
