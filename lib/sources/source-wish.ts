import type { PersonalProvider } from "@/lib/connections/provider";
import type { SourceKind } from "./source";
import type { SourceWish } from "./source-view";

/** What is asked for when a list that is known is to be fetched. */
export function wishOf({
  kind,
  provider,
  subject,
}: {
  kind: SourceKind;
  provider: PersonalProvider | null;
  subject: string;
}): SourceWish {
  switch (kind) {
    case "liked":
    case "saved_albums":
      return { kind, provider: provider ?? "spotify" };
    case "playlist":
      return { kind, provider: provider ?? "spotify", subject };
    default:
      return { kind, subject };
  }
}
