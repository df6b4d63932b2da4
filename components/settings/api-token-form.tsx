"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import { createTokenAction } from "@/lib/api/actions";
import { lifetimes } from "@/lib/api/schema";
import { type ApiScope, apiScopes, scopeWords } from "@/lib/api/scope";

type Props = { onClose: () => void; onMade: (made: { token: string; name: string }) => void };

const lifeWords = (days: number | null) => (days === null ? "No end" : `${days} days`);

/** A new token starts with what only reads. */
const readingScopes = apiScopes.filter((scope) => scope.endsWith(":read"));

export function ApiTokenForm({ onClose, onMade }: Props) {
  const router = useRouter();
  const id = useId();
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly ApiScope[]>(readingScopes);
  const [days, setDays] = useState<(typeof lifetimes)[number]>(90);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, startTransition] = useTransition();

  const save = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const result = await createTokenAction({ name, scopes: [...scopes], days });
      if (!result.ok) return setProblem(result.message);
      onMade({ token: result.data.token, name: result.data.made.name });
      router.refresh();
    });
  };

  return (
    <Dialog open onOpenChange={onClose} title="New API token">
      <form onSubmit={save} className="flex flex-col gap-4 overflow-y-auto p-4">
        <div className="flex flex-col gap-1">
          <label htmlFor={`${id}-name`} className="text-ink-2">
            Name
          </label>
          <Input
            id={`${id}-name`}
            autoFocus
            required
            value={name}
            maxLength={60}
            autoComplete="off"
            placeholder="What it is for"
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <ScopeChoice scopes={scopes} onChange={setScopes} />
        <div className="flex flex-col gap-1">
          <label htmlFor={`${id}-days`} className="text-ink-2">
            Ends after
          </label>
          <select
            id={`${id}-days`}
            value={String(days)}
            onChange={({ target }) =>
              setDays(lifetimes.find((known) => String(known) === target.value) ?? null)
            }
            className="h-8 w-40 rounded-md border border-edge bg-ground px-2 text-sm text-ink"
          >
            {lifetimes.map((known) => (
              <option key={String(known)} value={String(known)}>
                {lifeWords(known)}
              </option>
            ))}
          </select>
        </div>
        {problem && (
          <p role="alert" className="text-danger">
            {problem}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            look="primary"
            disabled={saving || name.trim() === "" || scopes.length === 0}
          >
            {saving && <Spinner />}
            Make the token
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type ScopeProps = {
  scopes: readonly ApiScope[];
  onChange: (scopes: readonly ApiScope[]) => void;
};

function ScopeChoice({ scopes, onChange }: ScopeProps) {
  return (
    <fieldset>
      <legend className="pb-1 text-ink-2">It may</legend>
      {apiScopes.map((scope) => (
        <label key={scope} className="flex min-h-7 items-center gap-2.5">
          <input
            type="checkbox"
            checked={scopes.includes(scope)}
            onChange={({ target }) =>
              onChange(
                apiScopes.filter((one) => (one === scope ? target.checked : scopes.includes(one))),
              )
            }
            className="size-4 accent-ink"
          />
          <span className="flex-1">{scopeWords[scope]}</span>
          <span className="font-mono text-xs text-ink-3">{scope}</span>
        </label>
      ))}
    </fieldset>
  );
}
