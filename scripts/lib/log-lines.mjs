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

/** What a person watching the start should read of a program's line, or null for nothing. */
export function noteworthy(line, stream) {
  const record = parseRecord(line);
  if (record)
    return record.level < WARNING ? null : `${record.msg ?? "warning"}${reasonOf(record)}`;
  const text = line.trim();
  if (!/[a-z]/i.test(text) || text.startsWith("at ")) return null;
  return stream === "stderr" || /^[⨯⚠]/.test(text) ? text : null;
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

/** Lets `limit` messages through per `windowMs`, then says once that there are more. */
export function createFloodGate(show, { limit = 12, windowMs = 10_000, now = Date.now } = {}) {
  let opened = now();
  let shown = 0;
  return (message) => {
    if (now() - opened > windowMs) {
      opened = now();
      shown = 0;
    }
    shown += 1;
    if (shown <= limit) show(message);
    if (shown === limit + 1) show("… and more, in its log.");
  };
}
