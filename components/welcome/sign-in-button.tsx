"use client";

import { useFormStatus } from "react-dom";
import { askSpotify } from "@/components/connections/ask-spotify";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

/** A form, because it may be pressed before the page is awake. */
export function SignInButton() {
  return (
    <form action={() => askSpotify("/home")}>
      <Submit />
    </form>
  );
}

function Submit() {
  const { pending } = useFormStatus();
  return (
    <Button type="submit" look="primary" size="lg" disabled={pending} className="min-w-52">
      {pending && <Spinner />}
      {pending ? "Going to Spotify…" : "Continue with Spotify"}
    </Button>
  );
}
