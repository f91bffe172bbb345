import type { Page } from "playwright-core";

/** Puts the made-up page on the desk and opens its first finding. */
export async function openExample(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Try it on a made-up page" }).click();
  await page.getByRole("button", { name: "Check the page" }).click();
  await page.getByRole("heading", { level: 2, name: /^\d+ findings/ }).waitFor();
  await page.locator(".finding-head").first().click();
}
