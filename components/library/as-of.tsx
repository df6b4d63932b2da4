"use client";

import { X } from "lucide-react";
import { LocalTime } from "@/components/ui/local-time";

type Props = {
  /** A day or a moment; null is now. */
  at: string | null;
  onChange: (at: string | null) => void;
};

/** Which day the library is shown as of. */
export function AsOf({ at, onChange }: Props) {
  return (
    <div className="flex items-center gap-1">
      <label className="flex items-center gap-1.5 text-ink-3">
        As of
        <input
          type="date"
          value={at?.slice(0, 10) ?? ""}
          max={new Date().toISOString().slice(0, 10)}
          suppressHydrationWarning
          onChange={(event) => onChange(event.currentTarget.value || null)}
          className="h-7 rounded-md bg-transparent px-1.5 text-sm text-ink hover:bg-hover focus:bg-raised"
        />
      </label>
      {at && (
        <button
          type="button"
          aria-label="Back to now"
          title="Back to now"
          onClick={() => onChange(null)}
          className="flex size-7 items-center justify-center rounded-md text-ink-2 hover:bg-hover hover:text-ink"
        >
          <X aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

type LineProps = { at: string; firstReadAt: string | null };

/** Says that what is shown is not now, and what can be known of that time. */
export function AsOfLine({ at, firstReadAt }: LineProps) {
  const isDay = at.length === 10;
  const isBefore = firstReadAt !== null && at < firstReadAt.slice(0, at.length);
  return (
    <p role="status" className="border-b bg-surface px-5 py-1.5 text-xs text-ink-2 phone:px-4">
      As it was <LocalTime iso={isDay ? `${at}T12:00:00Z` : at} show={isDay ? "day" : "moment"} />
      {isDay && ", at the end of the day (UTC)"}.
      {isBefore && firstReadAt && (
        <>
          {" "}
          Clouder first read this library <LocalTime iso={firstReadAt} show="day" />; of the time
          before, it knows what had been added and was still there then.
        </>
      )}
    </p>
  );
}
