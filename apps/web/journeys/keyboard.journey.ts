import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { device, openBrowser } from "./browser.ts";
import { openAccount } from "./clinician.ts";
import { focusedOn, reachBy } from "./focus.ts";
import { type RunningServer, startServer, temporaryFolder } from "./server.ts";

const folder = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ data: join(folder.path, "data") }), openBrowser()]);
  page = await (await device(browser)).newPage();
  await openAccount(page, server.welcome!);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  folder.remove();
});

const reach = (name: RegExp, key = "Tab", most = 60): Promise<void> => reachBy(page, name, { key, most });
const focused = (): Promise<string> => focusedOn(page);

it("offers to skip to the content first, and shows where the focus is", async () => {
  await page.goto(server.origin);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Tab");
  await expect.poll(focused).toBe("Skip to the content");
  const { width } = (await page.locator(".skip-link").boundingBox())!;
  expect(width).toBeGreaterThan(50);
  await reach(/^Overview$/);
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
  expect(outline).toBe("solid");
});

it("evaluates a hip and reaches the answer with the keyboard alone", async () => {
  await reach(/^Evaluate a hip$/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Evaluate a hip" }).waitFor();
  await expect.poll(focused).toBe("Evaluate a hip"); // the heading of the new page
  await reach(/Pseudonym/);
  await page.keyboard.type("K-001");
  await page.keyboard.press("Escape");
  await reach(/^Side|Side /);
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await reach(/^Begin the evaluation$/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "K-001, right hip" }).waitFor();

  await reach(/^Main diagnosis of this hip.*Not recorded$/);
  for (let back = 0; back < 8; back += 1) await page.keyboard.press("ArrowLeft"); // from "Not recorded" to osteonecrosis
  await reach(/^Suspected septic arthritis.*Not recorded$/);
  await page.keyboard.press("ArrowRight"); // round to "Yes"
  await page
    .getByRole("status")
    .filter({ hasText: /^Saved / })
    .waitFor();
  await expect.poll(() => page.getByRole("radio", { name: "Osteonecrosis of the femoral head" }).isChecked()).toBe(true);
  await reach(/^See the answer$/, "Tab", 120);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Next steps" }).waitFor();
  await page.getByText("Urgent referral").first().waitFor();
  await reach(/^Back to the evaluation$/, "Tab", 200);
});
