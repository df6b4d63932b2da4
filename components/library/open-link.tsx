import { ServiceLink } from "@/components/ui/service-link";
import { type PersonalProvider, providerName } from "@/lib/connections/provider";

type Props = { provider: PersonalProvider; href: string | null; of: string; isFocused: boolean };

/** Everything that is a provider's leads back there. In a grid only the focused row's link is a stop. */
export function OpenLink({ provider, href, of, isFocused }: Props) {
  if (!href) return null;
  return (
    <span className="text-xs whitespace-nowrap">
      <ServiceLink
        service={providerName(provider)}
        href={href}
        of={of}
        tabIndex={isFocused ? 0 : -1}
      />
    </span>
  );
}
