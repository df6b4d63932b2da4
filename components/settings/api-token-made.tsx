"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

type Props = { token: string; name: string; onDone: () => void };

/** A token while it can still be seen. Where a page may not copy, it stands there to be copied. */
export function ApiTokenMade({ token, name, onDone }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);

  useEffect(() => field.current?.focus(), []);

  const copy = () => {
    field.current?.select();
    const copying = navigator.clipboard?.writeText(token) ?? Promise.reject();
    void copying.then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };

  return (
    <div className="flex flex-col gap-2 rounded-md border border-line-strong bg-surface p-3">
      <label htmlFor={id} className="font-medium">
        {name}: copy the token now. It is not shown again.
      </label>
      <div className="flex flex-wrap items-center gap-2">
        <Input
          ref={field}
          id={id}
          readOnly
          value={token}
          spellCheck={false}
          autoComplete="off"
          onFocus={(event) => event.currentTarget.select()}
          className="flex-1 basis-72 font-mono text-xs!"
        />
        <Button onClick={copy}>
          {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          Copy
        </Button>
        <Button look="quiet" onClick={onDone}>
          Done
        </Button>
      </div>
      <p role="status" className="text-xs text-ink-2 empty:hidden">
        {copied === true && "Copied."}
        {copied === false && "This browser does not let a page copy. The token is selected."}
      </p>
    </div>
  );
}
