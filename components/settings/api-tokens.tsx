"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { TokenView } from "@/lib/api/token-view";
import { ApiTokenForm } from "./api-token-form";
import { ApiTokenMade } from "./api-token-made";
import { ApiTokenRow } from "./api-token-row";

/** The keys that programs of the user hold. A new one is shown here once. */
export function ApiTokens({ tokens }: { tokens: readonly TokenView[] }) {
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<{ token: string; name: string } | null>(null);
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-2">
        With a token a program of yours works with Clouder as you do, as far as its scopes go.
      </p>
      {made && <ApiTokenMade key={made.token} {...made} onDone={() => setMade(null)} />}
      {tokens.length > 0 && (
        <ul aria-label="API tokens" className="border-t">
          {tokens.map((token) => (
            <ApiTokenRow key={token.id} token={token} />
          ))}
        </ul>
      )}
      <Button className="self-start" onClick={() => setMaking(true)}>
        <Plus aria-hidden="true" />
        New token
      </Button>
      {making && (
        <ApiTokenForm
          onClose={() => setMaking(false)}
          onMade={(fresh) => {
            setMade(fresh);
            setMaking(false);
          }}
        />
      )}
    </div>
  );
}
