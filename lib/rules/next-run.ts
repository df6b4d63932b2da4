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

/** When to try again what could not be done: in an hour, or when it is due anyway. */
export function nextTry(schedule: Schedule): Date | null {
  const due = nextDue(schedule);
  return due && new Date(Math.min(due.getTime(), schedule.now.getTime() + HOUR_MS));
}
