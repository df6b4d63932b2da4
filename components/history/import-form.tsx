"use client";

import { Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import { sizeWords, uploadLimits } from "@/lib/history/upload-limits";
import { sendFiles } from "./send-files";

/** What does not fit, in words; null when it may be sent. */
function refusal(files: readonly File[]): string | null {
  if (files.length > uploadLimits.files) return `Choose at most ${uploadLimits.files} files.`;
  const large = files.find(({ size }) => size > uploadLimits.bytes);
  if (large) return `${large.name} is larger than ${sizeWords(uploadLimits.bytes)}.`;
  const empty = files.find(({ size }) => size === 0);
  return empty ? `${empty.name} is empty.` : null;
}

/** Takes the archive, or its files, and sends them. */
export function ImportForm() {
  const router = useRouter();
  const id = useId();
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const isSending = share !== null;

  /** Takes what the field holds, so that a file chosen before the page was awake counts too. */
  async function send(form: FormData) {
    const files = form.getAll("files").filter((entry) => entry instanceof File);
    const refused = refusal(files);
    setProblem(refused);
    if (refused) return;
    setShare(0);
    const wrong = await sendFiles(files, setShare);
    setShare(null);
    setProblem(wrong);
    router.refresh();
  }

  return (
    <form
      action={send}
      // What was refused stays chosen.
      onReset={(event) => problem && event.preventDefault()}
      className="flex flex-col items-start gap-3 rounded-md border border-line-strong bg-surface p-4"
    >
      <label htmlFor={id} className="font-medium">
        The archive, or the JSON files in it
      </label>
      <input
        id={id}
        name="files"
        type="file"
        multiple
        required
        accept=".zip,.json,application/zip,application/json"
        disabled={isSending}
        className="max-w-full text-xs file:mr-3 file:h-8 file:rounded-md file:border file:border-line-strong file:bg-ground file:px-3"
      />
      <p className="text-xs text-ink-3">
        my_spotify_data.zip as Spotify sends it; up to {sizeWords(uploadLimits.bytes)} a file.
      </p>
      <Button type="submit" look="primary" disabled={isSending}>
        <Upload aria-hidden="true" /> Import
      </Button>
      {isSending && (
        <div className="w-full max-w-md">
          <ProgressBar label="Sending the files" share={share} />
        </div>
      )}
      <div role="status" className="w-full empty:hidden">
        {isSending && <span className="text-xs text-ink-2">Sending. Keep this page open.</span>}
        {problem && <Notice tone="danger">{problem}</Notice>}
      </div>
    </form>
  );
}
