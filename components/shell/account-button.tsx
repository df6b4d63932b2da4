import type { ComponentProps } from "react";

type Props = ComponentProps<"button"> & {
  name: string;
  /** False when Spotify has to be connected again. */
  connected: boolean;
};

/** The initials that open the account menu. */
export function AccountButton({ name, connected, ...props }: Props) {
  return (
    <button
      type="button"
      aria-haspopup="menu"
      className="relative grid size-8 shrink-0 place-items-center rounded-full border border-line-strong bg-surface text-2xs font-semibold text-ink-2 hover:bg-hover data-[state=open]:bg-hover"
      {...props}
    >
      <span aria-hidden="true">{initialsOf(name)}</span>
      <span className="sr-only">
        Account of {name}
        {!connected && ", Spotify needs to be connected again"}
      </span>
      {!connected && (
        <span className="absolute -top-px -right-px size-2.5 rounded-full border-2 border-ground bg-danger" />
      )}
    </button>
  );
}

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase())
    .slice(0, 2)
    .join("");
