"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

export function SignInButton() {
  const [going, setGoing] = useState(false);
  const start = async () => {
    setGoing(true);
    const { signIn } = await import("next-auth/react");
    await signIn("spotify", { callbackUrl: "/home" });
  };
  return (
    <Button look="primary" size="lg" disabled={going} onClick={start} className="min-w-52">
      {going && <Spinner />}
      {going ? "Going to Spotify…" : "Continue with Spotify"}
    </Button>
  );
}
