const HOUR_MS = 3_600_000;

type Schedule = { scheduleHours: number | null; firstDueAt: Date | null; now: Date };

/** When a schedule is due next: for the first time, or so many hours after that as often as it takes. */
export function nextDue({ scheduleHours, firstDueAt, now }: Schedule): Date | null {
  if (scheduleHours === null) return null;
  const first = (firstDueAt ?? now).getTime();
  const period = scheduleHours * HOUR_MS;
  const times = Math.max(0, Math.floor((now.getTime() - first) / period) + 1);
  return new Date(first + times * period);
}

/**
 * When to try again what could not be done: in an hour, then after as long as it has been due by then,
 * or when it is due anyway.
 */
export function nextTry(schedule: Schedule): Date | null {
  const due = nextDue(schedule);
  if (!due) return null;
  const now = schedule.now.getTime();
  const dueSince = due.getTime() - (schedule.scheduleHours ?? 0) * HOUR_MS;
  return new Date(Math.min(due.getTime(), now + Math.max(HOUR_MS, now - dueSince)));
}
