import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, device, openBrowser, overflow, PHONE, troublesOf, violations } from "./browser.ts";
import { openAccount, storeExample } from "./clinician.ts";
import { type RunningServer, startServer, temporaryFolder } from "./server.ts";

const folder = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let state: Awaited<ReturnType<BrowserContext["storageState"]>>;
const stored = { onfh: { evaluation: "", answer: "" }, oa: { evaluation: "", answer: "" } };

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ data: join(folder.path, "data") }), openBrowser()]);
  const context = await device(browser);
  await openAccount(await context.newPage(), server.welcome!);
  stored.onfh = await storeExample(context.request, server.origin, "onfh-may-be-discussed", "E-001");
  stored.oa = await storeExample(context.request, server.origin, "oa-cannot-say", "E-002");
  state = await context.storageState();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  folder.remove();
});

const PAGES: Readonly<Record<string, () => string>> = {
  overview: () => "/",
  hips: () => "/hips",
  "evaluate a hip": () => "/evaluate",
  "an evaluation": () => `/evaluations/${stored.onfh.evaluation}`,
  "an answer on osteonecrosis": () => `/answers/${stored.onfh.answer}`,
  "an answer on osteoarthritis": () => `/answers/${stored.oa.answer}`,
  questions: () => "/evidence",
  "a pooled question": () => "/evidence/questions/PS3",
  "a widened question": () => "/evidence/questions/onfh-early-hhs?widen=%5B%22phase%22%5D",
  "a change series": () => "/evidence/questions/hip-oa-womac-change",
  "a frequency": () => "/evidence/questions/hip-oa-adverse-events",
  "a question that no study answers": () => "/evidence/questions/hip-oa-intravenous",
  studies: () => "/evidence/studies",
  "a study": () => "/evidence/studies/gangji-2011",
  "what a study moves": () => "/evidence/studies/hernigou-2018/impact",
  "adding a study": () => "/evidence/extract",
  "two readings of a paper": () => "/evidence/extract/compare",
  guidelines: () => "/evidence/guidelines",
  "registered trials": () => "/evidence/trials",
  "published reviews": () => "/evidence/reviews",
  "hip replacement": () => "/evidence/hip-replacement",
  freshness: () => "/evidence/freshness",
  searches: () => "/evidence/searches",
  "a source": () => "/evidence/sources/gangji-2011",
  instruments: () => "/instruments",
  "a questionnaire": () => "/instruments/hoos",
  "an examination": () => "/instruments/hhs",
  "an instrument with forms": () => "/instruments/womac",
  "an instrument that is not confirmed": () => "/instruments/promis-pf-4a",
  "an instrument without an index": () => "/instruments/eq-5d-5l",
  "the desk before a page is checked": () => "/check",
  "an empty library": () => "/library",
  "a comparison before it is made": () => "/compare",
  "no such page": () => "/nowhere",
  "no such page of the library": () => "/library/00000000-0000-4000-8000-000000000000",
  "no such answer": () => "/answers/00000000-0000-4000-8000-000000000000",
};
const DOORS: Readonly<Record<string, () => string>> = {
  "sign in": () => "/sign-in",
  welcome: () => "/welcome#token=0123456789012345678901234567890123456789012",
  "a broken welcome": () => "/welcome",
};

describe.each([
  ["desktop", DESKTOP, "light"],
  ["desktop", DESKTOP, "dark"],
  ["phone", PHONE, "light"],
  ["phone", PHONE, "dark"],
] as const)("on a %s (%o), %s", (_name, viewport, colorScheme) => {
  let inside: Page;
  let outside: Page;
  beforeAll(async () => {
    inside = await (await device(browser, { viewport, colorScheme, storageState: state })).newPage();
    outside = await (await device(browser, { viewport, colorScheme })).newPage();
  });
  afterAll(() => Promise.all([inside.context().close(), outside.context().close()]));

  const look = async (page: Page, path: string): Promise<void> => {
    const troubles = troublesOf(page, server.origin);
    await page.goto("about:blank");
    await page.goto(`${server.origin}${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    for (const figure of await page.getByRole("figure").all()) await figure.locator("svg:visible").first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await page.getByRole("main").count()).toBe(1);
    expect(troubles).toEqual([]);
    page.removeAllListeners();
  };

  it.each(Object.keys(PAGES))("%s breaks no rule of WCAG 2.2 AA and fits", (name) => look(inside, PAGES[name]!()));
  it.each(Object.keys(DOORS))("%s breaks no rule of WCAG 2.2 AA and fits", (name) => look(outside, DOORS[name]!()));
});
