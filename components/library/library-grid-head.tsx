import clsx from "clsx";
import type { LibrarySort, LibraryWish } from "@/lib/library/library-address";
import { type Column, columnsOf, type GridList, gridOf, wideOnly } from "./library-columns";

type Props = {
  list: GridList;
  sort: Pick<LibraryWish, "sort" | "descending">;
  onSort: (sort: Pick<LibraryWish, "sort" | "descending">) => void;
};

export function LibraryGridHead({ list, sort, onSort }: Props) {
  return (
    <thead className="sticky top-0 z-2 block bg-ground">
      <tr
        aria-rowindex={1}
        className={clsx(gridOf(list), "mx-2 h-7 text-2xs whitespace-nowrap text-ink-3 phone:mx-0")}
      >
        {columnsOf[list].map((column) => (
          <Head key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  );
}

/** Newest and longest first is what a person looks for. */
const fallsFirst: readonly LibrarySort[] = ["added", "released"];

/** Pressed again a column turns round, and a third time the list has its own order again. */
function nextSort(by: LibrarySort, { sort, descending }: Props["sort"]): Props["sort"] {
  const falls = fallsFirst.includes(by);
  if (sort !== by) return { sort: by, descending: falls };
  return descending === falls
    ? { sort: by, descending: !falls }
    : { sort: "list", descending: false };
}

type HeadProps = Omit<Props, "list"> & { column: Column };

function Head({ column, sort, onSort }: HeadProps) {
  const { name, isHidden, isRight, isWide } = column;
  const by = column.sort;
  const isOn = by !== undefined && sort.sort === by;
  const direction = sort.descending ? "descending" : "ascending";
  return (
    <th
      scope="col"
      aria-sort={by && (isOn ? direction : "none")}
      className={clsx("font-normal", isRight ? "text-right" : "text-left", isWide && wideOnly)}
    >
      {by ? (
        <button
          type="button"
          onClick={() => onSort(nextSort(by, sort))}
          className={clsx("-mx-1 h-6 rounded-sm px-1 hover:text-ink", isOn && "text-ink-2")}
        >
          {name}
          {isOn && <span aria-hidden="true">{sort.descending ? " ↓" : " ↑"}</span>}
        </button>
      ) : (
        <span className={isHidden ? "sr-only" : undefined}>{name}</span>
      )}
    </th>
  );
}
