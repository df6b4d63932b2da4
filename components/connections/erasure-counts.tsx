import { tableWords } from "./table-words";

const count = new Intl.NumberFormat("en");

type Props = { counts: readonly { table: string; before: number; after: number }[] };

/** The proof of an erasure: what each table held before and after. */
export function ErasureCounts({ counts }: Props) {
  const held = counts.filter(({ before, after }) => before + after > 0);
  return (
    <table className="w-full max-w-md text-xs tabular-nums">
      <thead>
        <tr className="text-ink-3 [&>th]:py-1 [&>th]:font-medium">
          <th scope="col" className="text-left">
            Rows of
          </th>
          <th scope="col" className="text-right">
            Before
          </th>
          <th scope="col" className="text-right">
            After
          </th>
        </tr>
      </thead>
      <tbody>
        {held.map(({ table, before, after }) => (
          <tr key={table} className="border-t [&>td]:text-right">
            <th scope="row" className="py-1 text-left font-normal">
              {tableWords(table)}
            </th>
            <td>{count.format(before)}</td>
            <td>{count.format(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
