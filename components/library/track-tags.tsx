"use client";

import { X } from "lucide-react";
import { useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

const MOST_LETTERS = 40;

type Props = {
  tags: readonly string[];
  /** Words that are on other tracks. */
  known: readonly string[];
  onTag: (tag: string) => void;
  onUntag: (tag: string) => void;
};

/** A person's own words for a track. Enter adds one, Backspace in the empty field takes the last off. */
export function TrackTags({ tags, known, onTag, onUntag }: Props) {
  const [text, setText] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const isThere = (word: string) => tags.some((tag) => tag.toLowerCase() === word.toLowerCase());
  const add = () => {
    const word = text.trim().replace(/\s+/g, " ");
    setText("");
    if (word !== "" && !isThere(word)) onTag(word);
  };
  const takeOff = (tag: string) => {
    onUntag(tag);
    field.current?.focus();
  };
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {tags.length > 0 && (
        <ul aria-label="Tags of this track" className="contents">
          {tags.map((tag) => (
            <li key={tag} className="flex h-7 max-w-64 items-center rounded-md bg-raised pl-2">
              <span className="truncate" title={tag}>
                {tag}
              </span>
              <button
                type="button"
                aria-label={`Take off ${tag}`}
                onClick={() => takeOff(tag)}
                className="grid size-7 place-items-center rounded-md text-ink-3 hover:text-ink"
              >
                <X aria-hidden="true" className="size-3.5!" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        className="flex items-center gap-1.5"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Input
          ref={field}
          type="text"
          aria-label="Add a tag"
          placeholder="Add a tag"
          maxLength={MOST_LETTERS}
          list={listId}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={({ key, repeat }) => {
            const last = tags.at(-1);
            if (key === "Backspace" && !repeat && text === "" && last) onUntag(last);
          }}
          className="h-7! w-40!"
        />
        <datalist id={listId}>
          {known
            .filter((tag) => !isThere(tag))
            .map((tag) => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
        <Button size="sm" type="submit" disabled={text.trim() === ""}>
          Add
        </Button>
      </form>
    </div>
  );
}
