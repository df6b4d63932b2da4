import type { NewCategory } from "./schema";

export function starterCategories(_styleSlug: string): NewCategory[] {
  return [];
}
