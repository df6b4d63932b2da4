"use client";

import { LogOut } from "lucide-react";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

export function SignOutButton() {
  const [going, startTransition] = useTransition();
  const leave = () => {
    startTransition(async () => {
      const { signOut } = await import("next-auth/react");
      await signOut({ callbackUrl: "/" });
    });
  };
  return (
    <Button disabled={going} onClick={leave}>
      {going ? <Spinner /> : <LogOut aria-hidden="true" />}
      Sign out
    </Button>
  );
}
