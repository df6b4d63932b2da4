"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TimeAgo } from "@/components/ui/time-ago";
import { childPath, isGroup, openGroup } from "@/lib/rules/rule-node";
import type { RuleNode } from "@/lib/rules/rule-schema";
import type { SourceOffer } from "@/lib/rules/rule-set-view";
import { conditionWords, groupWords, optionWords } from "@/lib/rules/rule-words";
import { Reading } from "./reading";
import type { SavedVersion } from "./rule-side";
import { versionsQuery } from "./rules-query";

type Props = {
  ruleSetId: string;
  current: number;
  sources: readonly SourceOffer[];
  onBringBack: (version: SavedVersion) => void;
};

/** What the rule set said, version by version; an earlier one comes back as a new one. */
export function VersionsPanel({ ruleSetId, current, sources, onBringBack }: Props) {
  const { data, error } = useQuery(versionsQuery(ruleSetId, current));
  const [opened, setOpened] = useState<number | null>(null);

  return (
    <div className="min-h-0 flex-1 overflow-y-auto pb-4">
      {error && <Notice>{error.message}</Notice>}
      {!data && !error && <Reading />}
      <ol aria-label="Versions">
        {data?.map(({ version, note, createdAt, definition }) => (
          <li key={version} className="border-b px-4 py-2">
            <div className="flex min-h-8 items-center gap-2">
              <button
                type="button"
                aria-expanded={opened === version}
                onClick={() => setOpened(opened === version ? null : version)}
                className="min-w-0 flex-1 text-left hover:underline"
              >
                Version {version}{" "}
                <span className="text-ink-3">
                  <TimeAgo iso={createdAt} />
                </span>
                {note && <span className="block truncate text-xs text-ink-3">{note}</span>}
              </button>
              {version === current ? (
                <span className="text-xs text-ink-3">now</span>
              ) : (
                <Button size="sm" onClick={() => onBringBack({ version, definition })}>
                  Bring back
                  <span className="sr-only"> version {version}</span>
                </Button>
              )}
            </div>
            {opened === version && (
              <ul className="pb-1">
                <Words node={definition.where} path="where" />
                {optionWords(definition, sources).map((words) => (
                  <li key={words} className="py-0.5 text-ink-2">
                    {words}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Words({ node, path }: { node: RuleNode; path: string }) {
  if (!isGroup(node)) return <li className="py-0.5 text-ink-2">{conditionWords(node)}</li>;
  const { kind, nodes } = openGroup(node);
  return (
    <li>
      <span className="font-medium">{groupWords[kind]}</span>
      <ul className="ml-1.5 border-l pl-3">
        {nodes.map((child, index) => {
          const at = childPath(path, kind, index);
          return <Words key={at} node={child} path={at} />;
        })}
      </ul>
    </li>
  );
}
