import { expect, type Page } from "@playwright/test";
import { press } from "./press";
import { visit } from "./visit";

type Upload = { name: string; mimeType: string; buffer: Buffer };

/** The archive that the simulated Spotify sends a person who asks for their plays; on request the last ones. */
export async function exportOf(user: string, rows?: number): Promise<Upload> {
  const address = `${process.env.E2E_SANDBOX_URL}/__sandbox/users/${user}/export.zip`;
  const answer = await fetch(rows ? `${address}?rows=${rows}` : address);
  const buffer = Buffer.from(await answer.arrayBuffer());
  return { name: "my_spotify_data.zip", mimeType: "application/zip", buffer };
}

export const imports = (page: Page) =>
  page.getByRole("region", { name: "Imports" }).getByRole("listitem");

/** Imports the file, which is the person's import of that number, and waits until it is done. */
export async function importFile(page: Page, file: Upload, number: number) {
  await visit(page, "/library/history/import");
  await page.getByLabel("The archive, or the JSON files in it").setInputFiles(file);
  await press(page.getByRole("button", { name: "Import" }));
  await expect(imports(page)).toHaveCount(number);
  await expect(imports(page).first()).toContainText("Complete", { timeout: 120_000 });
}
