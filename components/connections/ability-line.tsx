import { Check, X } from "lucide-react";

type Props = { words: string; granted: boolean };

/** Something Clouder may do at a provider, or may not. */
export function AbilityLine({ words, granted }: Props) {
  const Icon = granted ? Check : X;
  return (
    <li className="flex items-start gap-2">
      <Icon aria-hidden="true" className={granted ? "mt-px text-ok" : "mt-px text-danger"} />
      <span>
        {words}
        {!granted && <span className="text-danger"> · not granted</span>}
      </span>
    </li>
  );
}
