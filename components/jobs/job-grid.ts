/**
 * The columns of the list of jobs, shared by its head, its rows and the skeleton: state, job, what is
 * said, progress, trouble, rate, time. Narrow lists stack them.
 */
export const jobGrid =
  "grid items-center gap-x-3 gap-y-1 px-3 grid-cols-[minmax(0,1fr)_auto] @min-[44rem]:grid-cols-[104px_minmax(0,1.5fr)_minmax(0,1.2fr)_minmax(120px,0.8fr)_88px] @min-[62rem]:grid-cols-[104px_minmax(0,1.5fr)_minmax(0,1.3fr)_minmax(130px,0.8fr)_124px_64px_104px]";

/** Trouble and rate give way first: the opened job tells both. */
export const wideOnly = "hidden @min-[62rem]:block";
