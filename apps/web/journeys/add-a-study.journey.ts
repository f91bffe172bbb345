import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, device, openBrowser, overflow, PHONE, troublesOf, violations } from "./browser.ts";
import { openAccount } from "./clinician.ts";
import { focusedOn, reachBy } from "./focus.ts";
import { type RunningServer, startServer, temporaryFolder } from "./server.ts";

const folder = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let page: Page;
let troubles: string[];

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

const heading = (name: string | RegExp, level = 2) => page.getByRole("heading", { level, name }).waitFor();
const reach = (name: RegExp, most = 60) => reachBy(page, name, { key: "Tab", most });
const part = async (name: string): Promise<void> => {
  await page
    .getByRole("navigation", { name: "Parts of the form" })
    .getByRole("link", { name: new RegExp(`^\\d\\. ${name}`) })
    .click();
  await heading(name);
};
const textOf = async (download: Download): Promise<string> => readFileSync((await download.path())!, "utf8");

/** A number with everything that has to stand beside it. */
async function figure(
  name: string,
  value: string,
  more: { readonly at: string; readonly how?: string; readonly verified?: string },
): Promise<void> {
  const field = page.getByRole("group", { name, exact: true });
  await field.getByLabel("Number, as printed").fill(value);
  await field.getByLabel("Source").fill("journey-2026");
  await field.getByLabel("Place in it").fill(more.at);
  await field.getByLabel("How it was got").selectOption(more.how ?? "printed");
  await field.getByLabel("How far checked").selectOption(more.verified ?? "source-text");
}

it("begins at the studies on file, with everything open and nothing shouted", async () => {
  await page.goto(`${server.origin}/evidence/studies`);
  await page.getByRole("link", { name: "Add a study" }).click();
  await heading("Add a study", 1);
  await page.getByRole("link", { name: /^1\. The paper [1-9]\d* open$/ }).waitFor();
  expect((await page.locator(".field-error").allTextContents()).join("")).toBe("");
  expect(await violations(page)).toEqual([]);
});

it("takes the paper by keyboard alone, and keeps it when the page is loaded again", async () => {
  await page.getByRole("heading", { level: 1 }).focus();
  await reach(/^Id of the study/);
  await page.keyboard.type("journey-2026");
  await reach(/^Id of the source/);
  await page.keyboard.type("journey-2026");
  await reach(/^Title/);
  await page.keyboard.type("A journey through a form");
  await page.reload();
  await heading("The paper");
  await expect.poll(() => page.getByLabel("Title", { exact: true }).inputValue()).toBe("A journey through a form");
  await reach(/^Next: The study$/, 80);
  await page.keyboard.press("Enter");
  await heading("The study");
});

it("fills the rest of the paper, the study and the arms", async () => {
  await part("The paper");
  await page.getByLabel("Kind of source").fill("primary");
  await page.getByLabel("How far this citation was checked").selectOption("source-text");
  await page.getByLabel("Trial", { exact: true }).fill("journey-2026");
  await part("The study");
  await page.getByLabel("Design, as described").fill("case series");
  await page.getByLabel("Class of the design").selectOption("uncontrolled");
  await page.getByLabel("Joint", { exact: true }).selectOption("hip");
  await page.getByLabel("Disease", { exact: true }).selectOption("hip-oa");
  await page.getByLabel("Condition, as described").fill("hip osteoarthritis");
  await page.getByLabel("What the study is to the reader").fill("direct-hip-cell");
  await page.getByLabel("May it be pooled").selectOption("secondary");
  await page.getByLabel("Why, or what to mind").fill("Invented for a journey.");
  await figure("Patients analysed", "24", { at: "abstract" });
  await part("Arms");
  await page.getByRole("button", { name: "Add an arm" }).click();
  await page.getByLabel("Name of the arm").fill("BMAC");
  await page.getByLabel("Role").selectOption("cell");
  await page.getByLabel("Class of the product").selectOption("bmac");
  await page.getByLabel("Route", { exact: true }).selectOption("intra-articular");
  await page.getByRole("group", { name: "Patients in this arm" }).getByLabel("Number, as printed").fill("24");
  await page.getByRole("button", { name: /^Patients in this arm: same source, place and grade/ }).click();
  await expect
    .poll(() => page.getByRole("group", { name: "Patients in this arm" }).getByLabel("Place in it").inputValue())
    .toBe("abstract");
  await page.getByRole("link", { name: /Arms nothing open$/ }).waitFor();
});

describe("an outcome", () => {
  it("shows what a standard error comes to as it is typed", async () => {
    await part("Outcomes");
    await page.getByRole("button", { name: "Before, after or change" }).click();
    await page.getByLabel("What was measured or counted").fill("Harris hip score");
    await page.getByLabel("Arm", { exact: true }).selectOption("BMAC");
    await page.getByLabel("Months after treatment").fill("12");
    await page.getByLabel("Instrument on file").selectOption("hhs");
    await page.getByLabel("Unit").fill("points");
    await page.getByLabel("After treatment, what does the paper report?").selectOption("Mean and standard error");
    await figure("Mean", "81.5", { at: "Table 2, p. 5" });
    await figure("Standard error", "2.4", { at: "Table 2, p. 5" });
    await figure("How many were measured", "24", { at: "Table 2, p. 5" });
    await page.getByText("2.4 × √24 = 11.758").waitFor(); // by hand: 2.4 x 4.89898
    await page.getByText("SD = SE × √n").waitFor();
  });

  it("refuses at once what cannot be, beside its field", async () => {
    const sd = page.getByRole("group", { name: "Standard error", exact: true });
    await sd.getByLabel("Number, as printed").fill("-2.4");
    await sd.getByText("-2.4").waitFor();
    await sd.getByText(/is not possible here/).waitFor();
    expect(await violations(page)).toEqual([]);
    await sd.getByLabel("Number, as printed").fill("2.4");
    await sd.getByText(/is not possible here/).waitFor({ state: "detached" });
  });
});

it("leads from what is open to its field, in whatever part it is", async () => {
  await part("The file");
  await page.getByRole("heading", { name: /things are missing or wrong$/ }).waitFor();
  await page.getByRole("button", { name: "Harms and limits: stillValidOn" }).focus();
  await page.keyboard.press("Enter");
  await heading("Harms and limits");
  await expect.poll(() => focusedOn(page)).toMatch(/^Held against the paper on/);
  await page.keyboard.type("2026-11-21");
  await page.getByLabel("Weakest grade of the core numbers").selectOption("source-text");
  await page.getByLabel("Limitations, one on each line").fill("one arm");
});

it("hands out the file when nothing is open, the same as the command line would", async () => {
  await part("The file");
  await page.getByText("The study file is ready.").waitFor();
  expect(await violations(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download journey-2026-study.yaml" }).click(),
  ]);
  const text = await textOf(download);
  expect(text).toContain("  # SD: SD = SE × √n; 2.4 × √24 = 11.758; rounding allows 11.513 to 12.002 [cochrane-handbook-ch6]\n");
  expect(text).toContain("    followUp: { mean: 81.5, sd: 11.758 }\n");
  expect(text).toContain('    ground: { source: journey-2026, at: "Table 2, p. 5", verified: source-text }\n');
  expect(troubles).toEqual([]);
});

describe("two readings", () => {
  it("stand side by side, and become one draft when people have decided each difference", async () => {
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save the draft as a file" }).click(),
    ]);
    const mine = await textOf(saved);
    const theirs = mine.replace('"81.5"', '"81.3"');
    await page.getByRole("link", { name: "Compare two readings of a paper" }).click();
    await heading("Two readings of a paper", 1);
    await page.getByRole("button", { name: "Take the draft in this browser" }).first().click();
    await page
      .locator('input[type="file"]')
      .nth(1)
      .setInputFiles({ name: "theirs.json", mimeType: "application/json", buffer: Buffer.from(theirs) });
    await heading(/^\d+ of \d+ fields agree, 1 do not$/);
    await page.getByRole("row", { name: /followUp\.mean\.value 81\.5 81\.3/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("radio", { name: "The first" }).focus();
    await page.keyboard.press("Space");
    await reach(/^Why/);
    await page.keyboard.type("Read again together.");
    await reach(/^Decided by/);
    await page.keyboard.type("Ana and Ben");
    await page.getByText("1 of 1 decided").waitFor();
    await reach(/^Save the resolved draft$/);
    const [resolved] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(JSON.parse(await textOf(resolved))).toMatchObject({
      decisions: [{ first: "81.5", second: "81.3", took: "first", by: "Ana and Ben", why: "Read again together." }],
    });
  });

  it("are no readings when the file is none", async () => {
    await page
      .locator('input[type="file"]')
      .nth(1)
      .setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("[1") });
    await page.getByText("is no draft").waitFor();
  });
});

describe.each([
  ["desktop", DESKTOP, "dark"],
  ["phone", PHONE, "light"],
] as const)("on a %s (%o), %s", (_name, viewport, colorScheme) => {
  it("every part fits and breaks no rule", async () => {
    const state = await page.context().storageState();
    const inside = await (await device(browser, { viewport, colorScheme, storageState: state })).newPage();
    for (const name of ["paper", "study", "arms", "outcomes", "harms", "file"]) {
      await inside.goto(`${server.origin}/evidence/extract?part=${name}`);
      await inside.getByRole("heading", { level: 1 }).waitFor();
      if (name === "outcomes") await inside.locator("details.outcome > summary").first().click();
      expect(await violations(inside)).toEqual([]);
      expect(await overflow(inside)).toBeLessThanOrEqual(0);
    }
    await inside.context().close();
  });
});
