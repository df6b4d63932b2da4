"use client";

import { type ReactNode, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { tellProblem } from "@/components/ui/toast";
import { leaveForAppleAction } from "@/lib/connections/actions";

export type AppleWay = "redirect" | "musickit" | "none";

type Props = { way: AppleWay; children: ReactNode };

/** Asks for consent on Apple's page, or on ours that MusicKit runs on. */
export function ConnectApple({ way, children }: Props) {
  const [going, startTransition] = useTransition();
  if (way === "none") return null;
  if (way === "musickit") {
    return (
      <Button asChild size="sm">
        {/* a whole new page: only there may MusicKit run */}
        <a href="/settings/connections/apple">{children}</a>
      </Button>
    );
  }
  const leave = () =>
    startTransition(async () => {
      const result = await leaveForAppleAction();
      if (result.ok) window.location.assign(result.data.address);
      else tellProblem(result.message);
    });
  return (
    <Button size="sm" disabled={going} onClick={leave}>
      {going && <Spinner />}
      {children}
    </Button>
  );
}
