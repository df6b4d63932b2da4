/** How a demo user listens and collects. */
export interface Habits {
  /** Beatport's genre ids, by how often a month is given to each. */
  genres: readonly (readonly [genreId: number, weight: number])[];
  /** Saved tracks at the full size. */
  savedTracks: number;
  /** Listening sessions on a working day and on a day of the weekend. */
  sessions: readonly [workday: number, weekend: number];
  /** UTC hours at which a session begins. */
  hours: readonly (readonly [hour: number, weight: number])[];
  /** One playlist in the library no longer exists. */
  followsLostPlaylist: boolean;
}

const mira: Habits = {
  genres: [
    [6, 30],
    [90, 25],
    [11, 15],
    [5, 12],
    [12, 10],
    [3, 8],
  ],
  savedTracks: 3_400,
  sessions: [3, 4],
  hours: [
    [7, 8],
    [8, 22],
    [10, 12],
    [13, 10],
    [17, 18],
    [19, 20],
    [20, 22],
    [21, 16],
    [22, 6],
  ],
  followsLostPlaylist: false,
};

const jonas: Habits = {
  genres: [
    [92, 30],
    [14, 22],
    [1, 16],
    [63, 14],
    [89, 10],
    [7, 8],
  ],
  savedTracks: 2_200,
  sessions: [2, 4],
  hours: [
    [5, 16],
    [6, 20],
    [11, 10],
    [16, 14],
    [18, 18],
    [21, 20],
    [22, 16],
  ],
  followsLostPlaylist: true,
};

export const habitsOf = (userId: string): Habits => (userId === "jonas.weil" ? jonas : mira);
