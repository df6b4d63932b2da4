"use client";

import { LogOut, PlugZap, Settings } from "lucide-react";
import { useRouter } from "next/navigation";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import { AccountButton } from "./account-button";
import type { AccountMenuProps } from "./account-menu";
import { ThemeMenu } from "./theme-menu";

export default function OpenedAccountMenu({ name, connected, theme }: AccountMenuProps) {
  const router = useRouter();
  const leave = async () => {
    const { signOut } = await import("next-auth/react");
    await signOut({ callbackUrl: "/" });
  };
  return (
    <Menu defaultOpen>
      <MenuTrigger asChild>
        <AccountButton name={name} connected={connected} />
      </MenuTrigger>
      <MenuContent align="end" className="w-60">
        <div className="px-2 pt-1.5 pb-2">
          <p className="truncate font-semibold">{name}</p>
          <p className={connected ? "text-xs text-ink-3" : "text-xs text-danger"}>
            {connected ? "Connected to Spotify" : "Spotify needs to be connected again"}
          </p>
        </div>
        <MenuSeparator />
        <ThemeMenu stored={theme} />
        <MenuSeparator />
        <MenuItem onSelect={() => router.push("/settings")}>
          {connected ? <Settings aria-hidden="true" /> : <PlugZap aria-hidden="true" />}
          {connected ? "Settings" : "Reconnect Spotify"}
        </MenuItem>
        <MenuItem onSelect={leave}>
          <LogOut aria-hidden="true" />
          Sign out
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
