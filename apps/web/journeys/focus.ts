import type { Page } from "playwright-core";

interface Reach {
  readonly key?: string;
  readonly most?: number;
}

/** Presses a key until the focus is on something of that name. */
export async function reachBy(page: Page, name: RegExp, { key = "Tab", most = 60 }: Reach = {}): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press(key);
    if (name.test(await focusedOn(page))) return;
  }
  throw new Error(`${key} does not reach ${name}; the focus is on ${await focusedOn(page)}`);
}

/** The name of what has the focus, as an assistive tool would say it, in short. */
export const focusedOn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return "";
    const group = at.closest('[role="radiogroup"], [role="group"]')?.getAttribute("aria-labelledby");
    const ids = [at.getAttribute("aria-labelledby"), group].filter((id) => id !== null && id !== undefined).join(" ");
    const labelled = ids.split(" ").map((id) => document.getElementById(id)?.textContent ?? "");
    const label = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels?.[0] : at.closest("label");
    const own = at.getAttribute("aria-label") ?? label?.textContent ?? at.textContent ?? "";
    return [...labelled, own].join(" ").trim();
  });
