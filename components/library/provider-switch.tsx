import type { Route } from "next";
import Link from "next/link";
import { type PersonalProvider, providerName } from "@/lib/connections/provider";

type Props = {
  /** The connected ones. */
  providers: readonly PersonalProvider[];
  current: PersonalProvider;
  hrefOf: (provider: PersonalProvider) => Route;
};

/** Whose library is shown; nothing where there is no choice. */
export function ProviderSwitch({ providers, current, hrefOf }: Props) {
  if (providers.length < 2) return null;
  return (
    <nav aria-label="Whose library" className="flex gap-1">
      {providers.map((provider) => (
        <Link
          key={provider}
          href={hrefOf(provider)}
          aria-current={provider === current ? "true" : undefined}
          className="flex h-7 items-center rounded-md px-2 text-ink-2 hover:bg-hover hover:text-ink aria-[current]:bg-raised aria-[current]:text-ink aria-[current]:inset-ring-1 aria-[current]:inset-ring-line-strong"
        >
          {providerName(provider)}
        </Link>
      ))}
    </nav>
  );
}
