"use client";

import { type FormEvent, useId, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import { deleteAccountAction } from "@/lib/account/actions";
import { deleteAccountInput, ERASE_WORD } from "@/lib/account/schema";

/** Everything goes, so a word has to be typed. */
export function DeleteAccount() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        Erase my account…
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Erase your account?"
        description="Everything Clouder keeps of you goes, now and for good: connections, library and plays with their history, styles, categories, weeks, decisions, Golden lists, jobs, API tokens and sign-ins. Your playlists stay in Spotify as they are."
      >
        <EraseForm onCancel={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function EraseForm({ onCancel }: { onCancel: () => void }) {
  const id = useId();
  const [word, setWord] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [going, startTransition] = useTransition();
  const meant = deleteAccountInput.safeParse({ word });

  const erase = (event: FormEvent) => {
    event.preventDefault();
    if (!meant.success) return;
    startTransition(async () => {
      const result = await deleteAccountAction(meant.data);
      if (!result.ok) return startTransition(() => setProblem(result.message));
      const { signOut } = await import("next-auth/react");
      await signOut({ callbackUrl: `/privacy/erasures/${result.data.erasureId}` });
    });
  };

  return (
    <form onSubmit={erase} className="flex flex-col gap-3 p-4">
      <label htmlFor={id}>
        Type <kbd className="font-mono">{ERASE_WORD}</kbd> to go on
      </label>
      <Input
        id={id}
        value={word}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setWord(event.target.value)}
      />
      {problem && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onCancel}>
          Keep my account
        </Button>
        <Button look="danger" type="submit" disabled={!meant.success || going}>
          {going && <Spinner />}
          Erase everything
        </Button>
      </div>
    </form>
  );
}
