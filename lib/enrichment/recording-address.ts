/** Where everything that is known of a recording stands. */
export const recordingAddress = (recordingKey: string) =>
  `/library/recording?key=${encodeURIComponent(recordingKey)}` as const;
