"use client";

import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { NewCategory } from "@/lib/curation/schema";
import { freeColor, freeKey } from "./free-choice";

type Props = {
  taken: readonly { name: string; color: number; shortcut: string | null }[];
  problem: string | null;
  onAdd: (category: NewCategory) => void;
};

/** A name is enough: colour and key are the next free ones and can be changed in the row. */
export function NewCategoryForm({ taken, problem, onAdd }: Props) {
  const [name, setName] = useState("");

  const add = (event: FormEvent) => {
    event.preventDefault();
    const typed = name.trim();
    if (!typed) return;
    onAdd({ name: typed, color: freeColor(taken), shortcut: freeKey(taken) });
    setName("");
  };

  return (
    <form onSubmit={add} className="flex flex-wrap items-center gap-2 py-3">
      <Input
        aria-label="Name of the new category"
        placeholder="New category"
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
        className="max-w-64 md:ml-8"
      />
      <Button type="submit" disabled={name.trim() === ""}>
        <Plus aria-hidden="true" />
        Add
      </Button>
      {problem && (
        <p role="alert" className="text-xs text-danger">
          {problem}
        </p>
      )}
    </form>
  );
}
