"use client";

import { LogOut, PlugZap, Settings } from "lucide-react";
import { useRouter } from "next/navigation";
import { signOut } from "next-auth/react";
import type { ReactNode } from "react";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";

type Props = {
  name: string;
  /** False when Spotify has to be connected again. */
  connected: boolean;
  /** The theme's part of the menu. */
  children: ReactNode;
};

export function AccountMenu({ name, connected, children }: Props) {
  const router = useRouter();
  return (
    <Menu>
      <MenuTrigger className="relative grid size-8 shrink-0 place-items-center rounded-full border border-line-strong bg-surface text-2xs font-semibold text-ink-2 hover:bg-hover data-[state=open]:bg-hover">
        <span aria-hidden="true">{initialsOf(name)}</span>
        <span className="sr-only">
          Account of {name}
          {!connected && ", Spotify needs to be connected again"}
        </span>
        {!connected && (
          <span className="absolute -top-px -right-px size-2.5 rounded-full border-2 border-ground bg-danger" />
        )}
      </MenuTrigger>
      <MenuContent align="end" className="w-60">
        <div className="px-2 pt-1.5 pb-2">
          <p className="truncate font-semibold">{name}</p>
          <p className={connected ? "text-xs text-ink-3" : "text-xs text-danger"}>
            {connected ? "Connected to Spotify" : "Spotify needs to be connected again"}
          </p>
        </div>
        <MenuSeparator />
        {children}
        <MenuSeparator />
        <MenuItem onSelect={() => router.push("/settings")}>
          {connected ? <Settings aria-hidden="true" /> : <PlugZap aria-hidden="true" />}
          {connected ? "Settings" : "Reconnect Spotify"}
        </MenuItem>
        <MenuItem onSelect={() => void signOut({ callbackUrl: "/" })}>
          <LogOut aria-hidden="true" />
          Sign out
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase())
    .slice(0, 2)
    .join("");
