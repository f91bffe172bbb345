import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { device, openBrowser, overflow, PHONE, troublesOf, violations } from "./browser.ts";
import { openAccount } from "./clinician.ts";
import { focusedOn, reachBy } from "./focus.ts";
import { ROOT, type RunningServer, startServer, temporaryFolder } from "./server.ts";

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

const example = (name: string): string => join(ROOT, "examples", name);
const title = () => page.getByLabel("Title", { exact: true });
const opened = async (at: Page = page): Promise<void> => {
  await at.goto(`${server.origin}/evidence/extract`);
  await at.getByText("Start from a file", { exact: true }).click();
};

/** Answers the browser's own choice of a file, which a journey cannot type into. */
async function choose(button: string, file: string, at: Page = page): Promise<void> {
  const [chooser] = await Promise.all([at.waitForEvent("filechooser"), at.getByRole("button", { name: button }).click()]);
  await chooser.setFiles(example(file));
}

it("tells what a file holds, with how many of how many and what is on file", async () => {
  await opened();
  await choose("Choose a file", "imports/library.ris");
  await page.getByText("RIS: 3 of 7 records can be used. 4 are not taken, of which 1 is on file already.").waitFor();
  await page.getByText("Why 4 of 7 were not taken").click();
  await page.getByText(/same DOI 10\.1186\/s13287-021-02631-z as sources\/chen21/).waitFor();
  expect(await violations(page)).toEqual([]);
});

it("fills the empty form by keyboard, and says what is left to a person", async () => {
  await page.getByText("Choose a file").focus();
  await reachBy(page, /^Start from this: Invented concentrate/, { key: "Tab", most: 12 });
  await page.keyboard.press("Enter");
  await page.getByText("The form was filled from this.").waitFor();
  await expect.poll(() => title().inputValue()).toBe("Invented concentrate for an invented hip: a record made up for this example");
});

it("asks before anything typed is lost, and keeps it when told so", async () => {
  await title().fill("Typed by hand");
  await page.getByRole("button", { name: /^Start from this: An invented series/ }).click();
  await expect.poll(() => focusedOn(page)).toMatch(/^The form holds a draft/);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "No, keep it" }).click();
  await expect.poll(() => title().inputValue()).toBe("Typed by hand");
  await page.getByRole("button", { name: /^Start from this: An invented series/ }).click();
  await page.getByRole("button", { name: "Yes, replace it" }).click();
  await expect.poll(() => title().inputValue()).toMatch(/^An invented series of twenty hips/);
});

it("takes the numbers of a trial register", async () => {
  await choose("Choose a file", "imports/clinicaltrials.json");
  await page.getByText("ClinicalTrials.gov JSON: 2 of 4 trials can be used. 2 are not taken.").waitFor();
  await page.getByText("15 numbers, in 2 arms").waitFor();
});

it("needs a mapping for REDCap, and reads the file again with it", async () => {
  await choose("Choose a file", "imports/redcap.csv");
  await page.getByText("This file could not be opened.").waitFor();
  await page.getByText("REDCap, decimal commas, encoding").click();
  await choose("Choose a mapping", "imports/redcap-mapping.yaml");
  await page.getByText("REDCap CSV: 3 of 4 studies can be used. 1 is not taken.").waitFor();
});

describe("a draft in YAML", () => {
  it("is opened after the same question", async () => {
    await choose("Open a draft", "study-draft.yaml");
    await page.getByRole("button", { name: "Yes, replace it" }).click();
    await expect.poll(() => title().inputValue()).toBe("An invented trial of marrow concentrate for early osteonecrosis");
  });

  it("that is none is refused with its reasons, and the form stays", async () => {
    await choose("Open a draft", "imports/library.ris");
    await page.getByText("This file could not be opened.").first().waitFor();
    await expect.poll(() => title().inputValue()).toBe("An invented trial of marrow concentrate for early osteonecrosis");
    expect(troubles).toEqual([]);
  });
});

describe.each([
  ["desktop", { width: 1280, height: 800 }, "dark"],
  ["phone", PHONE, "light"],
] as const)("on a %s (%o), %s", (_name, viewport, colorScheme) => {
  it("the list of a file fits and breaks no rule", async () => {
    const state = await page.context().storageState();
    const inside = await (await device(browser, { viewport, colorScheme, storageState: state })).newPage();
    await opened(inside);
    await inside.getByText("REDCap, decimal commas, encoding").click();
    await choose("Choose a file", "imports/library.ris", inside);
    await inside.getByText("Why 4 of 7 were not taken").click();
    await inside
      .getByRole("button", { name: /^Start from this: / })
      .first()
      .click();
    if (process.env.CALCAR_PICTURES) await inside.screenshot({ path: join(process.env.CALCAR_PICTURES, `${_name}.png`), fullPage: true });
    expect(await violations(inside)).toEqual([]);
    expect(await overflow(inside)).toBeLessThanOrEqual(0);
    await inside.context().close();
  });
});
