/** The columns of the Bronze list, shared by its head, its rows and the skeleton of both. */
export const rowGrid =
  "grid items-center gap-x-3 px-3 grid-cols-[26px_26px_minmax(0,2fr)_minmax(0,1.3fr)_38px_40px_48px_84px] @min-[56rem]:grid-cols-[26px_34px_minmax(0,2.1fr)_minmax(0,1.25fr)_minmax(0,1fr)_44px_46px_50px_56px_96px]";

/** Label and length give way first. */
export const wideOnly = "hidden @min-[56rem]:block";

export const ROW_HEIGHT = 32;
export const HEAD_HEIGHT = 28;
