type Props = {
  caption: string;
  head: readonly string[];
  /** The first cell heads its row; the others are numbers. */
  rows: readonly (readonly [string, ...string[]])[];
};

/** A chart in words and numbers. */
export function NumberTable({ caption, head, rows }: Props) {
  return (
    <table className="w-full max-w-xl text-xs tabular-nums">
      <caption className="sr-only">{caption}</caption>
      <thead className="sticky top-0 bg-ground">
        <tr className="text-ink-3">
          {head.map((name, index) => (
            <th
              key={name}
              scope="col"
              className={`py-1 font-medium ${index === 0 ? "text-left" : "text-right"}`}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...numbers]) => (
          <tr key={name} className="border-t">
            <th scope="row" className="py-1 text-left font-normal">
              {name}
            </th>
            {numbers.map((text, index) => (
              <td key={head[index + 1]} className="text-right">
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
