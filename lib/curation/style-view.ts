import type { MirrorView } from "@/lib/mirrors/mirror-view";
import type { Category } from "./board";
import type { NewCategory } from "./schema";

/** A style of the list to choose from. */
export type StyleView = {
  id: string;
  slug: string;
  name: string;
  followed: boolean;
  /** Place in the rail; null when it is not followed. */
  position: number | null;
  /** The DJ's categories in it, Trash and archived ones left out. */
  categories: number;
  golden: number;
};

export type CategoryView = Category & {
  /** Tracks in its Golden playlist. */
  golden: number;
  /** Trash has none. */
  mirror: MirrorView | null;
};

/** The page of a style: its categories by position, Trash and the archived ones last. */
export type StyleSetup = {
  style: { id: string; slug: string; name: string; followed: boolean };
  categories: CategoryView[];
  /** Offered when the style is set up. */
  starters: NewCategory[];
};
