"use client";

import { type ReactNode, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { askSpotify } from "./ask-spotify";

type Props = {
  backTo: "/home" | "/settings/connections";
  /** Has Spotify ask again, although it was agreed to something before. */
  asksAgain?: boolean;
  children: ReactNode;
};

/** Asks Spotify for consent and comes back to where it was pressed. */
export function ReconnectButton({ backTo, asksAgain, children }: Props) {
  const [going, startTransition] = useTransition();
  const reconnect = () => {
    startTransition(() => askSpotify(backTo, asksAgain ? { show_dialog: "true" } : {}));
  };
  return (
    <Button size="sm" disabled={going} onClick={reconnect}>
      {going && <Spinner />}
      {children}
    </Button>
  );
}
