import { ChevronDown } from "lucide-react";

type Props<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; name: string }[];
  onChange: (value: Value) => void;
};

/** A choice among a few that folds away. */
export function LibraryChoice<Value extends string>(props: Props<Value>) {
  const { label, value, options, onChange } = props;
  return (
    <span className="relative flex items-center">
      <select
        aria-label={label}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
        className="h-7 cursor-pointer appearance-none rounded-md bg-ground pr-6 pl-1.5 text-ink-2 hover:text-ink"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden="true" className="pointer-events-none absolute right-1 size-3.5!" />
    </span>
  );
}
