import { useId } from "react";
import { Input } from "@/components/ui/input";
import { LONGEST_NAME } from "@/lib/playlists/playlist-name";

type Props = { label?: string; value: string; onChange: (name: string) => void };

/** What a new playlist is called. */
export function NameField({ label = "Its name", value, onChange }: Props) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-ink-2">
        {label}
      </label>
      <Input
        id={id}
        required
        maxLength={LONGEST_NAME}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
