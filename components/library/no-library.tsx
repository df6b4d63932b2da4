import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { type PersonalProvider, providerName } from "@/lib/connections/provider";

/** Nothing can be known of a library without a connection. */
export function NoLibrary({ provider }: { provider: PersonalProvider }) {
  const name = providerName(provider);
  return (
    <div className="px-6 phone:px-4">
      <Empty
        title={`${name} is not connected`}
        action={
          <Button asChild look="primary">
            <Link href="/settings/connections">Connect it in Settings</Link>
          </Button>
        }
      >
        Once it is, Clouder reads your playlists and all else {name} knows of you, and keeps how it
        changes.
      </Empty>
    </div>
  );
}
