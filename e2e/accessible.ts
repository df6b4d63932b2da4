import { expect, type Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const inDark: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  resultTypes: ["violations"],
};
/** What the colours of a theme can break. */
const inLight: RunOptions = {
  runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
  resultTypes: ["violations"],
};

/** No violation of WCAG 2.2 AA in the page as it stands, in the dark theme and in the light one. */
export async function expectAccessible(page: Page, where: string) {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.evaluate(axe.source);
  expect(await violationsIn(page, inDark), `${where}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
  expect(await violationsIn(page, inLight), `${where}, light`).toEqual([]);
}

const violationsIn = (page: Page, options: RunOptions) =>
  page.evaluate(async (chosen) => {
    // a change of theme fades in, and what inherits a colour that fades begins after it
    const fades = () =>
      document.getAnimations().filter(({ effect }) => {
        const end = effect?.getComputedTiming().endTime;
        return typeof end === "number" && Number.isFinite(end);
      });
    do {
      await Promise.allSettled(fades().map(({ finished }) => finished));
      await new Promise(requestAnimationFrame);
    } while (fades().length > 0);
    // what lies behind an open dialog is out of reach, and was looked at without it
    const reachable = document.querySelector('[role="dialog"]') ?? document;
    const { violations } = await window.axe.run(reachable, chosen);
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.slice(0, 5).map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
    }));
  }, options);
