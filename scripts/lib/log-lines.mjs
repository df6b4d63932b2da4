const WARNING = 40;

function parseRecord(line) {
  if (!line.startsWith("{")) return null;
  try {
    const record = JSON.parse(line);
    return typeof record.level === "number" ? record : null;
  } catch {
    return null;
  }
}

const reasonOf = ({ err, error }) => {
  const reason = (err ?? error)?.message;
  return reason ? ` (${reason})` : "";
};

const LONGEST_SHOWN = 300;

/** A line as a person reads it: of a structured log its message and reason. */
export function readable(line) {
  const record = parseRecord(line);
  const text = record ? `${record.msg ?? ""}${reasonOf(record)}` : line;
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)} …` : text;
}

/** What a person watching the start should read of a program's line, or null for nothing. */
export function noteworthy(line, stream) {
  const record = parseRecord(line);
  if (record)
    return record.level < WARNING ? null : `${record.msg ?? "warning"}${reasonOf(record)}`;
  const text = line.trim();
  if (!/[a-z]/i.test(text) || text.startsWith("at ")) return null;
  return stream === "stderr" || /^[⨯⚠]/.test(text) ? readable(text) : null;
}

/** Cuts arriving text into whole lines; what follows the last line break waits for its rest. */
export function createLineCutter(onLine) {
  let rest = "";
  return (text) => {
    const lines = `${rest}${text}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line);
  };
}

const LIMITS = { limit: 12, windowMs: 10_000, repeatMs: 60_000, now: Date.now };

/**
 * Lets a message through once in `repeatMs`, and `limit` messages per `windowMs`; then says once
 * that there are more.
 */
export function createFloodGate(show, limits = {}) {
  const { limit, windowMs, repeatMs, now } = { ...LIMITS, ...limits };
  const lastShown = new Map();
  let opened = now();
  let count = 0;

  return (message) => {
    const time = now();
    if (time - opened > windowMs) {
      opened = time;
      count = 0;
    }
    for (const [old, shownAt] of lastShown) if (time - shownAt >= repeatMs) lastShown.delete(old);
    if (lastShown.has(message)) return;
    count += 1;
    if (count <= limit) {
      lastShown.set(message, time);
      show(message);
    }
    if (count === limit + 1) show("… and more, in its log.");
  };
}
