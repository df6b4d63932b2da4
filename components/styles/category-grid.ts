/** Handle, colour, name, key, playlist, controls; on a phone the playlist has a line of its own. */
export const categoryGrid =
  "grid grid-cols-[1.5rem_1.5rem_minmax(0,1fr)_4rem_5.25rem] items-center gap-x-2 gap-y-1 md:grid-cols-[1.5rem_1.5rem_minmax(8rem,1fr)_4.5rem_minmax(0,25rem)_5.25rem]";
