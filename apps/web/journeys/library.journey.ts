import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, device, openBrowser, overflow, PHONE, troublesOf, violations } from "./browser.ts";
import { openAccount } from "./clinician.ts";
import { openExample } from "./desk.ts";
import { focusedOn, reachBy } from "./focus.ts";
import { type RunningServer, startServer, temporaryFolder } from "./server.ts";

const folder = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let page: Page;
let troubles: string[];
let id: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ data: join(folder.path, "data") }), openBrowser()]);
  page = await (await device(browser)).newPage();
  troubles = troublesOf(page, server.origin);
  await openAccount(page, server.welcome!);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  folder.remove();
});

const heading = (name: string | RegExp, level = 1) => page.getByRole("heading", { level, name }).waitFor();

it("says that nothing is kept, and that no patient belongs there", async () => {
  await page.goto(`${server.origin}/library`);
  await page.getByText("Nothing is kept yet").waitFor();
  await page.getByText(/No patient belongs here/).waitFor();
  expect(await violations(page)).toEqual([]);
});

it("keeps what is on the desk, with its title and address, by keyboard alone", async () => {
  await page.goto(`${server.origin}/check`);
  await openExample(page);
  const reach = (name: RegExp) => reachBy(page, name, { key: "Tab", most: 60 });
  await page.locator(".desk-count").focus();
  await reach(/^Save to the library$/);
  await page.keyboard.press("Enter");
  await reach(/Where it stands/);
  await page.keyboard.type("https://riverbend.example/hip#top");
  expect(await violations(page)).toEqual([]);
  await reach(/^Save the page$/);
  await page.keyboard.press("Enter");
  await page.getByText("Kept as version 1.").waitFor();
  await reach(/^See its history$/);
  await page.keyboard.press("Enter");
  await heading("Riverbend Hip Renewal (a made-up clinic)");
  await expect.poll(() => focusedOn(page)).toBe("Riverbend Hip Renewal (a made-up clinic)");
  id = new URL(page.url()).pathname.split("/").at(-1)!;
});

it("shows a page with its last check, out of the sentences read", async () => {
  await page.getByText("https://riverbend.example/hip", { exact: true }).waitFor();
  await page.getByText("The last check was made with what is known today.").waitFor();
  await page.getByRole("link", { name: "Library", exact: true }).click();
  await heading("Checked pages");
  await page.getByText("in 13 sentences read").waitFor();
  await page.getByText(/by Ana Ruiz; 1 version\./).waitFor();
});

it("checks again with today's rules, and adds nothing where nothing differs", async () => {
  await page.getByRole("link", { name: /Riverbend/ }).click();
  await page.getByRole("button", { name: "Check again with today’s rules" }).click();
  await page.getByText("nothing differs from version 1").waitFor();
  await expect.poll(() => page.locator(".version-step").count()).toBe(1);
});

it("takes a newer text from the desk as a further version", async () => {
  await page.getByRole("link", { name: "Open on the desk" }).click();
  await page.getByRole("link", { name: /^The words of version 1 of Riverbend/ }).waitFor();
  await page.getByRole("button", { name: "Edit the text" }).click();
  const field = page.getByRole("textbox", { name: "The text of the page" });
  const text = await field.inputValue();
  await field.fill(text.replace(/Book this month[^\n]*/, "Take all the time you need to decide."));
  await page.getByRole("heading", { level: 2, name: /fewer than the text you started with$/ }).waitFor();
  await page.getByRole("button", { name: "Save to the library" }).click();
  await expect
    .poll(() => page.getByLabel("Save as").locator("option:checked").textContent())
    .toBe("Version 2 of Riverbend Hip Renewal (a made-up clinic)");
  await page.getByRole("button", { name: "Save the page" }).click();
  await page.getByText("Kept as version 2.").waitFor();
  await page.getByRole("link", { name: "See its history" }).click();
  await heading("2 versions", 2);
});

it("refuses a second page of the same address, and says which has it", async () => {
  await page.goto(`${server.origin}/check`);
  await openExample(page);
  await page.getByRole("button", { name: "Save to the library" }).click();
  await page.getByLabel("Where it stands, if anywhere").fill("https://riverbend.example/hip");
  await page.getByRole("button", { name: "Save the page" }).click();
  await page
    .getByRole("alert")
    .getByText(/is the address of “Riverbend/)
    .waitFor();
});

it("opens a version as it was found then, marks its words, and gives its report", async () => {
  await page.goto(`${server.origin}/library/${id}`);
  await page.getByRole("link", { name: "Version 1", exact: true }).click();
  await heading(/^Version 1 of Riverbend/);
  await page.getByText("Nothing changed since in what is known.").waitFor();
  await page.locator("a.claim-mark").first().press("Enter");
  await page.getByText("What could honestly be said", { exact: true }).first().waitFor();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "PDF", exact: true }).click()]);
  expect(readFileSync(await file.path(), "latin1").slice(0, 8)).toBe("%PDF-1.7");
});

it("compares two versions: findings that went, came and stayed, and sentences marked by sign and line", async () => {
  await page.goto(`${server.origin}/library/${id}`);
  await page.getByRole("link", { name: "Compare with version 1" }).click();
  await heading(/^Findings: 1 gone, 0 new, \d+ stayed$/, 2);
  await page.getByText("1 of 13 sentences before were taken out or changed; 1 of 13 after are new.").waitFor();
  await expect.poll(() => page.locator("del").allTextContents()).toEqual(["Book this month and save 20% on your first treatment."]);
  await expect.poll(() => page.locator("ins").allTextContents()).toEqual(["Take all the time you need to decide."]);
  await page.getByText("Both were checked with the same knowledge").waitFor();
});

it("compares two texts at hand, one of them a file", async () => {
  await page.getByRole("link", { name: "Compare", exact: true }).click();
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await page.getByText("Both sides need a text.").waitFor();
  await page.getByRole("group", { name: "Before" }).getByLabel("Its words").fill("It cures arthritis.\n\nCall us.\n");
  const newer = { name: "newer.txt", mimeType: "text/plain", buffer: Buffer.from("It may help.\n\nCall us.\n") };
  await page.getByRole("group", { name: "After" }).locator('input[type="file"]').setInputFiles(newer);
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await heading(/^Findings: \d+ gone/, 2);
  await expect.poll(() => page.locator("del").allTextContents()).toEqual(["It cures arthritis."]);
  await page.getByText("newer.txt").last().waitFor();
});

describe.each([
  ["desktop", DESKTOP, "light"],
  ["desktop", DESKTOP, "dark"],
  ["phone", PHONE, "light"],
  ["phone", PHONE, "dark"],
] as const)("on a %s (%o), %s", (_name, viewport, colorScheme) => {
  it("breaks no rule of WCAG 2.2 AA and fits", async () => {
    const context = await device(browser, { viewport, colorScheme, storageState: await page.context().storageState() });
    const other = await context.newPage();
    const versions = `/library/${id}/versions/1`;
    for (const path of [
      "/library",
      `/library/${id}`,
      versions,
      `${versions}?rules=today`,
      `/compare?before=${id}.1&after=${id}.2`,
      "/compare",
    ]) {
      await other.goto(`${server.origin}${path}`);
      await other.getByRole("heading", { level: 1 }).waitFor();
      await other.waitForLoadState("networkidle");
      expect([path, await violations(other), await overflow(other)]).toEqual([path, [], 0]);
    }
    await context.close();
  });
});

it("is whole in Spanish", async () => {
  const context = await device(browser, { locale: "es-ES", storageState: await page.context().storageState() });
  const other = await context.newPage();
  await other.goto(`${server.origin}/library/${id}/versions/1`);
  await other.getByRole("heading", { level: 1, name: /^Versión 1 de Riverbend/ }).waitFor();
  await expect.poll(() => other.getByRole("main").getAttribute("lang")).toBe("es");
  await context.close();
});

it("is deleted by the person who added it, asked twice", async () => {
  await page.goto(`${server.origin}/library/${id}`);
  await page.getByRole("button", { name: "Delete the page" }).click();
  await page.getByRole("button", { name: "Delete it for good" }).click();
  await heading("Checked pages");
  await page.getByText("Nothing is kept yet").waitFor();
});

it("met no trouble on the way", () => expect(troubles).toEqual([]));
