import { expect, test } from "vitest";
import type { CategoryView } from "@/lib/curation/style-view";
import { changeCategories } from "./change-categories";

const category = (id: string): CategoryView => ({
  id,
  name: id,
  color: 1,
  shortcut: null,
  position: 0,
  isTrash: false,
  archived: false,
  golden: 0,
  mirror: null,
});
const ids = (categories: CategoryView[]) => categories.map(({ id }) => id);
const categories = ["a", "b", "c"].map(category);

test("changes the category that was meant and leaves the others as they are", () => {
  const changed = changeCategories(categories, { kind: "edit", id: "b", values: { name: "Acid" } });
  expect(changed.map(({ name }) => name)).toEqual(["a", "Acid", "c"]);
});

test("puts the named ones in order and the rest behind them", () => {
  const ordered = changeCategories(categories, { kind: "order", ids: ["c", "a"] });
  expect(ids(ordered)).toEqual(["c", "a", "b"]);
});

test("adds at the end", () => {
  const added = changeCategories(categories, { kind: "add", category: category("d") });
  expect(ids(added)).toEqual(["a", "b", "c", "d"]);
});
