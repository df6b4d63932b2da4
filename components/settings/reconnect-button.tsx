"use client";

import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

/** Asks Spotify for consent again and comes back to where it was pressed. */
export function ReconnectButton({ backTo }: { backTo: "/home" | "/settings" }) {
  const [going, startTransition] = useTransition();
  const reconnect = () => {
    startTransition(async () => {
      const { signIn } = await import("next-auth/react");
      await signIn("spotify", { callbackUrl: backTo });
    });
  };
  return (
    <Button size="sm" disabled={going} onClick={reconnect}>
      {going && <Spinner />}
      Reconnect Spotify
    </Button>
  );
}
