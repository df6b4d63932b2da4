"use client";

import { ChevronLeft, Ellipsis } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import { tell, tellProblem } from "@/components/ui/toast";
import {
  deleteRuleSetAction,
  duplicateRuleSetAction,
  renameRuleSetAction,
} from "@/lib/rules/actions";
import { forgetDrafts } from "./kept-drafts";
import { tellLost } from "./tell-lost";

type Props = { id: string; name: string };

/** The name of the opened rule set, and what is done with it as a whole. */
export function RuleSetHead({ id, name }: Props) {
  const router = useRouter();
  const [asking, setAsking] = useState<"name" | "delete" | null>(null);
  const [, startTransition] = useTransition();

  const told = (answer: Awaited<ReturnType<typeof duplicateRuleSetAction>>) => {
    if (!answer.ok) return tellProblem(answer.message);
    tell(`Copied as “${answer.data.name}”.`);
    router.push(`/rules/${answer.data.id}`);
    router.refresh();
  };
  const duplicate = () =>
    startTransition(() => duplicateRuleSetAction({ ruleSetId: id }).then(told, tellLost));

  return (
    <div className="flex min-h-11 items-center gap-2 border-b px-4">
      <Link
        href="/rules"
        aria-label="All rule sets"
        className="-ml-2 grid size-8 place-items-center md:hidden"
      >
        <ChevronLeft aria-hidden="true" />
      </Link>
      <h2 className="min-w-0 truncate text-md font-semibold tracking-tight" title={name}>
        {name}
      </h2>
      <Menu>
        <MenuTrigger asChild>
          <Button look="quiet" size="icon-sm" aria-label={`More of ${name}`}>
            <Ellipsis aria-hidden="true" />
          </Button>
        </MenuTrigger>
        <MenuContent align="start">
          <MenuItem onSelect={() => setAsking("name")}>Rename</MenuItem>
          <MenuItem onSelect={duplicate}>Duplicate</MenuItem>
          <MenuItem asChild>
            <a href={`/api/rules/${id}/file`} download>
              Export as JSON
            </a>
          </MenuItem>
          <MenuSeparator />
          <MenuItem className="text-danger!" onSelect={() => setAsking("delete")}>
            Delete
          </MenuItem>
        </MenuContent>
      </Menu>
      {asking === "name" && <Rename id={id} name={name} onClose={() => setAsking(null)} />}
      {asking === "delete" && <Delete id={id} name={name} onClose={() => setAsking(null)} />}
    </div>
  );
}

type AskProps = Props & { onClose: () => void };

function Rename({ id, name, onClose }: AskProps) {
  const router = useRouter();
  const [text, setText] = useState(name);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, startTransition] = useTransition();
  const told = (answer: Awaited<ReturnType<typeof renameRuleSetAction>>) => {
    if (!answer.ok) return setProblem(answer.message);
    router.refresh();
    onClose();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    startTransition(() => renameRuleSetAction({ ruleSetId: id, name: text }).then(told, tellLost));
  };
  return (
    <Dialog open onOpenChange={onClose} title="Rename the rule set">
      <form onSubmit={save} className="flex flex-col gap-3 p-4">
        <Input
          aria-label="Name"
          autoFocus
          maxLength={80}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        {problem && (
          <p role="alert" className="text-danger">
            {problem}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" look="primary" disabled={saving || text.trim() === ""}>
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Delete({ id, name, onClose }: AskProps) {
  const router = useRouter();
  const [deleting, startTransition] = useTransition();
  const told = (answer: Awaited<ReturnType<typeof deleteRuleSetAction>>) => {
    if (!answer.ok) return tellProblem(answer.message);
    forgetDrafts(id);
    tell(`“${name}” is deleted.`);
    router.push("/rules");
    router.refresh();
  };
  const remove = () =>
    startTransition(() => deleteRuleSetAction({ ruleSetId: id }).then(told, tellLost));
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Delete “${name}”?`}
      description="Its versions, pins and exclusions go with it. A playlist that followed it stays as it is."
    >
      <div className="flex justify-end gap-2 p-4">
        <Button look="quiet" onClick={onClose}>
          Keep it
        </Button>
        <Button look="danger" disabled={deleting} onClick={remove}>
          Delete
        </Button>
      </div>
    </Dialog>
  );
}
