import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, device, openBrowser, overflow, PHONE, troublesOf, violations } from "./browser.ts";
import { openAccount, signIn } from "./clinician.ts";
import { openExample } from "./desk.ts";
import { type RunningServer, startServer, temporaryFolder } from "./server.ts";

const TEXT = "Our treatment carries no risk.\n\nIt regrows the cartilage of your hip.\n\nAsk a surgeon what else can be done.\n";
const folder = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ data: join(folder.path, "data") }), openBrowser()]);
  const context = await device(browser, { permissions: ["clipboard-read", "clipboard-write"] });
  page = await context.newPage();
  troubles = troublesOf(page, server.origin);
  await openAccount(page, server.welcome!);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  folder.remove();
});

const findings = async (): Promise<number> => page.locator(".finding-head").count();
const focusedId = () => page.evaluate(() => document.activeElement?.id);

it("says what is wrong with a file that is no page", async () => {
  await page.getByRole("link", { name: "Check a page" }).click();
  await page.getByRole("heading", { level: 1, name: "Which sentences does no evidence bear?" }).waitFor();
  const picture = { name: "hip.png", mimeType: "image/png", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]) };
  await page.locator('input[type="file"]').setInputFiles(picture);
  const alert = page.getByRole("alert");
  await alert.getByText("Not checked: hip.png").waitFor();
  await expect.poll(() => alert.textContent()).toContain("It is not text.");
  const large = { name: "long.txt", mimeType: "text/plain", buffer: Buffer.alloc(10_000_001, 97) };
  await page.locator('input[type="file"]').setInputFiles(large);
  await alert.getByText("It is too large.").waitFor();
});

it("marks a pasted text", async () => {
  await page.getByLabel("The page", { exact: true }).fill(TEXT);
  await page.getByRole("button", { name: "Check the page" }).click();
  await page.getByRole("heading", { level: 2, name: /^\d+ findings$/ }).waitFor();
  await expect.poll(() => page.locator("a.claim-mark").count()).toBe(2);
  await expect.poll(() => page.locator("a.claim-mark").first().textContent()).toContain("Our treatment carries no risk.");
  expect(await violations(page)).toEqual([]);
});

it("leads by keyboard from a mark to its finding, and back", async () => {
  await page.locator("a.claim-mark").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-expanded") === "true");
  await expect.poll(focusedId).toBe("finding-1");
  await page.keyboard.press("ArrowDown");
  await expect.poll(focusedId).toBe("finding-2");
  await page.getByRole("button", { name: /Says that the treatment is safe/ }).click();
  await page.getByRole("button", { name: "Show in the page" }).press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain("Our treatment carries no risk.");
});

it("gives an honest wording to take away, and the law of the place chosen", async () => {
  await page.getByRole("button", { name: "Copy the wording" }).press("Enter");
  await page.getByText("Copied", { exact: true }).waitFor();
  const wording = await page.locator(".wording-text:visible").textContent();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(wording);
  await page.getByLabel("Law of").selectOption({ label: "Mexico" });
  await page
    .locator(".finding-body:visible")
    .getByText(/Ley General de Salud, artículo 306/)
    .waitFor();
  expect(await violations(page)).toEqual([]);
});

it("filters by rule and severity, in the page too", async () => {
  const all = await findings();
  await page.getByRole("checkbox", { name: /^Error/ }).uncheck();
  await expect.poll(findings).toBeLessThan(all);
  await page.getByText(`of ${all} findings are shown.`).waitFor();
  await page.getByRole("checkbox", { name: /^Error/ }).check();
  await expect.poll(findings).toBe(all);
});

it("checks again while the text is edited, and counts from the start", async () => {
  const before = await findings();
  await page.getByRole("button", { name: "Edit the text" }).press("Enter");
  const field = page.getByRole("textbox", { name: "The text of the page" });
  await field.fill(TEXT.replace("It regrows the cartilage of your hip.", "It has not been shown that cartilage grows back."));
  await page.getByRole("heading", { level: 2, name: /fewer than the text you started with$/ }).waitFor();
  await expect.poll(findings).toBeLessThan(before);
  await page.locator("del", { hasText: "It regrows the cartilage of your hip." }).first().waitFor();
  expect(await page.locator("del", { hasText: "Our treatment carries no risk." }).count()).toBe(0); // it still stands
  await expect.poll(async () => (await page.locator("del").allTextContents()).join()).not.toContain("missing-"); // what a rule says, not its id
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Back to the text at the start" }).click();
  await expect.poll(() => field.inputValue()).toBe(TEXT);
  await page.getByRole("button", { name: "Stop editing" }).click();
});

it("lays the field exactly over the marked text", async () => {
  await page.getByRole("button", { name: "Check another page" }).click();
  await openExample(page);
  await page.getByRole("button", { name: "Edit the text" }).click();
  const heights = await page.locator(".sheet-text").evaluateAll((parts) => parts.map((part) => [part.clientWidth, part.scrollHeight]));
  expect(heights[0]![0]).toBe(heights[1]![0]);
  expect(Math.abs(heights[0]![1]! - heights[1]![1]!)).toBeLessThanOrEqual(40); // the empty line that a last line end opens
  await page.getByRole("button", { name: "Stop editing" }).click();
});

it("compares with another version in a file", async () => {
  const newer = { name: "newer.txt", mimeType: "text/plain", buffer: Buffer.from("Nobody can promise that it works.\n") };
  await page.locator('input[type="file"]').setInputFiles(newer);
  await page.getByRole("heading", { level: 2, name: /^No findings\s*\d+ fewer/ }).waitFor();
  await page.getByText("No finding does not mean that the page is right.").waitFor();
  await page.getByText("newer.txt").waitFor();
  await page.getByRole("button", { name: "Back to the text at the start" }).click();
});

it("prints every explanation, folded away on the screen or not", async () => {
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".finding-body:visible").count()).toBe(await findings());
  await page.emulateMedia({ media: "screen" });
  expect(await page.locator(".finding-body:visible").count()).toBeLessThanOrEqual(1);
});

it.each([
  ["SARIF", '"version": "2.1.0"'],
  ["HTML", "<!doctype html>"],
  ["JSON", '"files"'],
])("gives the report as %s", async (format, holds) => {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: format, exact: true }).click()]);
  expect(file.suggestedFilename()).toBe(`findings.${format.toLowerCase()}`);
  expect(readFileSync(await file.path(), "utf8")).toContain(holds);
});

describe.each([
  ["desktop", DESKTOP, "dark"],
  ["phone", PHONE, "light"],
  ["phone", PHONE, "dark"],
] as const)("on a %s (%o), %s", (_name, viewport, colorScheme) => {
  it("breaks no rule of WCAG 2.2 AA and fits, with a finding open", async () => {
    const other = await (await device(browser, { viewport, colorScheme })).newPage();
    await signIn(other, server.origin);
    await other.goto(`${server.origin}/check`);
    await openExample(other);
    expect(await violations(other)).toEqual([]);
    expect(await overflow(other)).toBeLessThanOrEqual(0);
    await other.context().close();
  });
});

it("says what a page that warns is spared, and why", async () => {
  await page.getByRole("button", { name: "Check another page" }).click();
  const warns =
    "The regulator has warned that unapproved products are sold with misleading claims, for money and without any controlled trial.";
  await page.getByLabel("The page", { exact: true }).fill(`${warns} Our stem cells cure arthritis.`);
  await page.getByRole("button", { name: "Check the page" }).click();
  await page.getByText("Nothing is marked, and 1 finding is left standing").waitFor();
  await page.getByText("1 finding is not marked on this careful page").click();
  await page.getByText(/^This page speaks as those who warn or weigh evidence do: \d+ such words/).waitFor();
  await page.getByText("cure-claim", { exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
});

it("is wholly in Spanish, and reads Spanish", async () => {
  await page.getByLabel("Language").selectOption({ label: "Español" });
  await page.getByRole("button", { name: "Revisar otra página" }).click();
  await page.getByRole("button", { name: "Probar con una página inventada" }).click();
  await page.getByRole("button", { name: "Revisar la página" }).click();
  await page.getByRole("heading", { level: 2, name: /^\d+ hallazgos$/ }).waitFor();
  await expect.poll(() => page.getByRole("main").getAttribute("lang")).toBe("es");
  expect(await violations(page)).toEqual([]);
});

it("met no script error, no refused content and no request to elsewhere on the way", () => expect(troubles).toEqual([]));
