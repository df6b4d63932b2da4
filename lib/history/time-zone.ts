/**
 * The name that this system knows a time zone by, where browsers may say "Europe/Kyiv" or
 * "Asia/Kolkata" for "Europe/Kiev" and "Asia/Calcutta"; null for what is none.
 */
export function knownZone(name: string): string | null {
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
    return timeZone === "UTC" || Intl.supportedValuesOf("timeZone").includes(timeZone)
      ? timeZone
      : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
