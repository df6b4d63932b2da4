export interface DemoUser {
  id: string;
  accountId: string;
  displayName: string;
  /** Decides which tracks the user may play. */
  country: string;
  /** The same person's name at Beatport. */
  beatportId: number;
  beatportUsername: string;
}

export const demoUsers: readonly DemoUser[] = [
  {
    id: "mira.okafor",
    accountId: "mR7kQ2vLx9",
    displayName: "Mira Okafor",
    country: "GB",
    beatportId: 5_100_001,
    beatportUsername: "mira",
  },
  {
    id: "jonas.weil",
    accountId: "jW3pT8nBz4",
    displayName: "Jonas Weil",
    country: "DE",
    beatportId: 5_100_002,
    beatportUsername: "jonas",
  },
];

/** The password of every demo user at Beatport. */
export const DEMO_PASSWORD = "clouder-demo";

export const demoUser = (id: string | null) => demoUsers.find((user) => user.id === id) ?? null;
