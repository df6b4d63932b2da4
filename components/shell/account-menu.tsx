"use client";

import { lazy, startTransition, useState } from "react";
import type { Theme } from "@/lib/appearance/theme";
import { AccountButton } from "./account-button";

const loadMenu = () => import("./opened-account-menu");
const OpenedAccountMenu = lazy(loadMenu);

export type AccountMenuProps = { name: string; connected: boolean; theme: Theme };

/** The menu itself is fetched when a hand comes near. */
export function AccountMenu(props: AccountMenuProps) {
  const [wanted, setWanted] = useState(false);
  if (wanted) return <OpenedAccountMenu {...props} />;
  return (
    <AccountButton
      name={props.name}
      connected={props.connected}
      aria-expanded={false}
      onPointerEnter={loadMenu}
      onFocus={loadMenu}
      onClick={() => startTransition(() => setWanted(true))}
    />
  );
}
