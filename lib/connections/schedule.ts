/** How many hours may lie between two syncs of a library. */
export const scheduleHours = [6, 12, 24, 72, 168] as const;
export type ScheduleHours = (typeof scheduleHours)[number];

export const isScheduleHours = (hours: number): hours is ScheduleHours =>
  scheduleHours.some((offered) => offered === hours);
