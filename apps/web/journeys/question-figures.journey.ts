import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, device, openBrowser, overflow, PHONE, troublesOf, violations } from "./browser.ts";
import { openAccount } from "./clinician.ts";
import { focusedOn, reachBy } from "./focus.ts";
import { type RunningServer, startServer, temporaryFolder } from "./server.ts";

const folder = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let state: Awaited<ReturnType<BrowserContext["storageState"]>>;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ data: join(folder.path, "data") }), openBrowser()]);
  const context = await device(browser);
  await openAccount(await context.newPage(), server.welcome!);
  state = await context.storageState();
  await context.close();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  folder.remove();
});

const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${server.origin}/evidence/questions/${path}`);
  await page.getByRole("figure").first().waitFor();
  await page.getByRole("figure").locator("svg:visible, [role=status]").first().waitFor();
};

const FIGURES: Readonly<Record<string, string>> = {
  "the forest plot": "PS3",
  "a forest plot without a study": "PS3?without=%5B%22hernigou-2018%22%5D",
  "the pool by year": "PS3d?figure=cumulative",
  "one study left out": "PS3d?figure=leave-one-out",
  "one study left out of two": "PS3b?figure=leave-one-out",
  "groups by stage": "PS3d?figure=subgroups&by=phase",
  "a funnel that is refused": "PS3?figure=funnel",
  changes: "hip-oa-pain-change",
  "how often": "hip-oa-serious-adverse-events",
};

describe.each([
  ["desktop", DESKTOP, "dark"],
  ["phone", PHONE, "light"],
] as const)("on a %s (%o), %s", (_name, viewport, colorScheme) => {
  let page: Page;
  beforeAll(async () => {
    page = await (await device(browser, { viewport, colorScheme, storageState: state })).newPage();
  });
  afterAll(() => page.context().close());

  it.each(Object.entries(FIGURES))("%s breaks no rule of WCAG 2.2 AA and fits", async (_, path) => {
    const troubles = troublesOf(page, server.origin);
    await open(page, path);
    for (const details of await page.getByRole("figure").locator("details").all()) await details.locator("summary").click();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(troubles).toEqual([]);
    page.removeAllListeners();
  });
});

describe("with the keyboard alone", () => {
  let page: Page;
  beforeAll(async () => {
    page = await (await device(browser, { storageState: state })).newPage();
  });
  afterAll(() => page.context().close());
  const said = () => page.getByRole("figure").getByRole("status").textContent();

  it("picks a figure with the arrow keys, and the address keeps it", async () => {
    await open(page, "PS3d");
    await reachBy(page, /^Look at the studies as/);
    await page.keyboard.press("ArrowRight");
    await page.getByRole("heading", { name: /^The pool by year/ }).waitFor();
    await expect.poll(() => focusedOn(page)).toContain("pool by year");
    expect(new URL(page.url()).searchParams.get("figure")).toBe("cumulative");
  });

  it("leaves out one study after the other, and the diamond moves", async () => {
    await page.keyboard.press("ArrowRight");
    await page.getByRole("slider", { name: "Leave one study out" }).waitFor();
    const diamond = () => page.locator(".figure-plot .diamonds path").first().getAttribute("d");
    const whole = await diamond();
    await expect.poll(() => focusedOn(page)).toContain("without one study");
    await page.keyboard.press("Tab"); // from the picked figure to what it offers
    await expect.poll(() => page.getByRole("slider").evaluate((slider) => slider === document.activeElement)).toBe(true);
    for (let study = 0; study < 3; study += 1) await page.keyboard.press("ArrowRight");
    await expect.poll(said).toContain("Without Hernigou 2018. Risk ratio 0.91 (0.65 to 1.25), from 4 studies with 365 hips.");
    await expect.poll(() => page.getByRole("slider").getAttribute("aria-valuetext")).toBe("Without Hernigou 2018.");
    await page.locator(".figure-plot").getByText("Left out by the reader: Hernigou 2018.").waitFor();
    await expect.poll(diamond).not.toBe(whole);
    await page.keyboard.press("Home");
    await expect.poll(said).toContain("All 5 studies.");
  });

  it("says why two studies have no such slider, and why a funnel needs ten", async () => {
    await open(page, "PS3b?figure=leave-one-out");
    await expect.poll(said).toContain("Leaving one study out says something from three studies on; here are 2.");
    expect(await page.getByRole("slider").count()).toBe(0);
    await open(page, "PS3?figure=funnel");
    await expect.poll(said).toContain("A funnel plot of fewer than 10 studies cannot tell bias from chance; here are 3.");
    expect(await page.getByRole("button", { name: "Figure (PNG)" }).count()).toBe(0);
  });

  it("groups the studies by what they differ in", async () => {
    await open(page, "PS3d?figure=subgroups");
    await reachBy(page, /^Groups by/);
    await page.keyboard.press("ArrowRight");
    await page.locator(".figure-plot").getByText("After collapse: one study, 46 hips; not pooled").waitFor();
    expect(new URL(page.url()).searchParams.get("by")).toBe("phase");
  });
});

it("hands out every file of a question", async () => {
  const page = await (await device(browser, { storageState: state })).newPage();
  await open(page, "PS3");
  const given = async (name: string): Promise<{ file: string; bytes: Buffer }> => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name }).or(page.getByRole("link", { name })).click(),
    ]);
    return { file: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const svg = await given("Figure (SVG)");
  const [, width, height] = /width="(\d+)" height="(\d+)"|height="(\d+)" width="(\d+)"/.exec(svg.bytes.toString()) ?? [];
  expect(svg.bytes.toString()).toContain("It does not show a benefit");
  const png = (await given("Figure (PNG)")).bytes;
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  if (width && height) expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
  expect((await given("Arms with sources (CSV)")).bytes.toString()).toMatch(/^question,kind,study,/);
  expect(JSON.parse((await given("Whole answer (JSON)")).bytes.toString())).toMatchObject({ question: "PS3", k: 3 });
  expect((await given("Script (R)")).bytes.toString()).toContain("library(metafor)");
  expect(JSON.parse((await given("FHIR R5")).bytes.toString())).toMatchObject({ resourceType: "Bundle" });
  expect((await given("Report (HTML)")).bytes.toString()).toContain("<h1>Does adding cells");
  const word = await given("Report (Word)");
  expect(word.file).toMatch(/^calcar-PS3-[0-9a-f]+-report\.docx$/);
  expect(word.bytes.subarray(0, 2).toString()).toBe("PK");
  await page.context().close();
});
