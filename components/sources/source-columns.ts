/** A narrow list has what matters in one column. */
export const sourceColumns =
  "grid grid-cols-[24px_minmax(0,1fr)_auto] items-center gap-x-3 px-3 @min-[46rem]:grid-cols-[24px_minmax(0,1.2fr)_64px_minmax(0,1fr)_216px]";

export const trackColumns =
  "grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 px-3 @min-[46rem]:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_72px]";

export const wideOnly = "@max-[46rem]:hidden";
export const narrowOnly = "@min-[46rem]:hidden";

export const TRACK_HEIGHT = 44;
export const HEAD_HEIGHT = 28;
