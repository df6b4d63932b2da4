import type { CategoryView } from "@/lib/curation/style-view";

export type CategoryChange =
  | { kind: "edit"; id: string; values: Partial<Pick<CategoryView, EditableValue>> }
  | { kind: "order"; ids: readonly string[] }
  | { kind: "add"; category: CategoryView };

type EditableValue = "name" | "color" | "shortcut" | "archived";

const UNSAVED = "unsaved:";

/** A row that is shown before the server has given it an id: it can be looked at, not changed. */
export const isUnsaved = ({ id }: { id: string }) => id.startsWith(UNSAVED);
export const unsavedId = (name: string) => `${UNSAVED}${name}`;

/** The list as it will be once the server has done the change. */
export function changeCategories(
  categories: readonly CategoryView[],
  change: CategoryChange,
): CategoryView[] {
  switch (change.kind) {
    case "edit":
      return categories.map((category) =>
        category.id === change.id ? { ...category, ...change.values } : category,
      );
    case "order": {
      const placeOf = (category: CategoryView) => {
        const place = change.ids.indexOf(category.id);
        return place === -1 ? change.ids.length : place;
      };
      return [...categories].sort((a, b) => placeOf(a) - placeOf(b));
    }
    case "add":
      return [...categories, change.category];
  }
}
