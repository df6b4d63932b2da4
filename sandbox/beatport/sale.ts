import { addDays, type Day, daysBetween } from "../world/calendar";
import type { Release } from "../world/publication";

interface Status {
  id: 7 | 8 | 10 | 12;
  name: string;
  /** Euro per track. */
  price: number;
}

const preOrder: Status = { id: 12, name: "Pre-order New Release", price: 1.59 };
const exclusive: Status = { id: 7, name: "Exclusive", price: 2.39 };
const newRelease: Status = { id: 8, name: "New Release", price: 1.59 };
const general: Status = { id: 10, name: "General Content", price: 1.39 };

const NEW_FOR_DAYS = 54;

/** How a release stands in the shop on a day: the only part of it that depends on the day. */
export function statusOn(release: Release, today: Day): Status {
  const age = daysBetween(release.publishDay, today);
  if (age < 0) return preOrder;
  if (age > NEW_FOR_DAYS || release.kind === "compilation") return general;
  return release.exclusive ? exclusive : newRelease;
}

export function preOrderOn(release: Release, today: Day) {
  const ahead = release.publishDay > today;
  return {
    pre_order: ahead,
    pre_order_date: release.preOrderDay ?? (ahead ? addDays(release.publishDay, -14) : null),
  };
}

export function priceJson(value: number) {
  const rounded = Math.round(value * 100) / 100;
  return { code: "EUR", symbol: "€", value: rounded, display: `€${rounded.toFixed(2)}` };
}
