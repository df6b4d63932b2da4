import { ArrowUpRight } from "lucide-react";

type Props = {
  service: string;
  href: string;
  /** What opens, for a list of many such links. */
  of?: string;
  tabIndex?: number;
};

/** Everything that is a service's leads back to it, by its name. */
export function ServiceLink({ service, href, of, tabIndex }: Props) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      tabIndex={tabIndex}
      className="inline-flex shrink-0 items-center gap-1 rounded-sm text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink hover:decoration-current"
    >
      {service}
      <span className="sr-only">{of ? `: open ${of}` : ": open"}</span>
      <ArrowUpRight aria-hidden="true" className="size-3.5" />
    </a>
  );
}
