import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { device, openBrowser, PHONE, troublesOf, violations } from "./browser.ts";
import { openAccount, storeExample } from "./clinician.ts";
import { focusedOn, reachBy } from "./focus.ts";
import { type RunningServer, startServer, temporaryFolder } from "./server.ts";

const folder = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let state: Awaited<ReturnType<BrowserContext["storageState"]>>;
let page: Page;
let troubles: string[];
let answer: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ data: join(folder.path, "data") }), openBrowser()]);
  const context = await device(browser);
  page = await context.newPage();
  troubles = troublesOf(page, server.origin);
  await openAccount(page, server.welcome!);
  answer = (await storeExample(context.request, server.origin, "onfh-may-be-discussed", "F-001")).answer;
  state = await context.storageState();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  folder.remove();
});

const open = async (path: string, on: Page = page): Promise<void> => {
  await on.goto(`${server.origin}${path}`);
  await on.getByRole("heading", { level: 1 }).waitFor();
};

it("leads with the keyboard from the questions to what is fresh, to a trial and to a question it could answer", async () => {
  await open("/evidence");
  await reachBy(page, /^Freshness$/, { key: "Tab", most: 40 });
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "How fresh the evidence is" }).waitFor();
  await expect.poll(() => focusedOn(page)).toBe("How fresh the evidence is");
  await page.getByText("may change an answer").waitFor();
  await reachBy(page, /^BATON \(NCT06123481\)$/, { key: "Tab", most: 40 });
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Registered trials" }).waitFor();
  const baton = page.locator("#nct06123481");
  await baton.getByText("192 patients").waitFor();
  await baton.getByText("31 Jul 2029").waitFor();
  await baton.getByRole("link", { name: "onfh-early-conversion" }).click();
  await page.getByRole("heading", { level: 2, name: "How fresh this is" }).waitFor();
  await page.getByText("recruiting, planned for 192 patients, expected to end 31 Jul 2029").waitFor();
});

it("goes from a study to what moves with it, and to a question without it", async () => {
  await open("/evidence/studies/hernigou-2018");
  await page.getByRole("heading", { level: 2, name: "Questions it came near, and why it is not in them" }).waitFor();
  await page.getByRole("row", { name: /PS3b/ }).getByText("not double-blind").waitFor();
  await page.getByRole("link", { name: "What moves if this study changes" }).click();
  await page.getByRole("heading", { level: 1, name: "What moves if Hernigou 2018 changes" }).waitFor();
  const ps3 = page.getByRole("listitem").filter({ has: page.locator('a[href*="/questions/PS3?"]') });
  await expect.poll(() => ps3.innerText()).toContain("RR 0.75 (0.28 to 1.98)"); // with it, as the worked set PS3 prints
  await expect.poll(() => ps3.innerText()).toContain("RR 1.07 (0.72 to 1.59)"); // without it: the two blinded trials, PS3b
  await ps3.getByRole("link").click();
  await page.getByText("As you chose").waitFor();
  expect(new URL(page.url()).search).toContain("hernigou-2018");
});

it("keeps what is not established apart from what is", async () => {
  await open("/evidence/reviews");
  const apart = page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name: "Kept apart: not established" }) });
  await apart.getByText("MD 14.2").waitFor(); // of a seed page alone
  expect(await page.getByText("MD 14.2").count()).toBe(1);
  await open("/evidence/hip-replacement");
  await page.getByText("57.9%").waitFor();
  await page.getByText("215,676").waitFor(); // its denominator
});

describe("once half a year has gone by without a search", () => {
  let later: Page;
  beforeAll(async () => {
    later = await (await device(browser, { viewport: PHONE, storageState: state })).newPage();
    await later.clock.setFixedTime(new Date("2027-05-24T12:00:00Z"));
  });
  afterAll(() => later.context().close());

  it.each([
    ["the list of questions", () => "/evidence"],
    ["a question and its figure", () => "/evidence/questions/PS3"],
    ["a question that no study answers", () => "/evidence/questions/hip-oa-intravenous"],
    ["an answer about a hip", () => `/answers/${answer}`],
  ])("%s says that it is stale, in a word", async (_, path) => {
    await open(path(), later);
    const marks = later.getByText("Stale since 23 May 2027");
    await marks.first().waitFor();
    expect(await violations(later)).toEqual([]);
  });
});

it("met no trouble on the way", () => expect(troubles).toEqual([]));
