import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { InstrumentPage } from "@calcar/contract";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { device, openBrowser, overflow, PHONE, troublesOf, violations } from "./browser.ts";
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
  troubles = troublesOf(page, "http://127.0.0.1");
  await openAccount(page, server.welcome!);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  folder.remove();
});

const open = async (id: string): Promise<void> => {
  await page.goto(`${server.origin}/instruments/${id}`);
  await page.getByRole("heading", { name: "Try it" }).waitFor();
};
const region = (name: string) => page.getByRole("region", { name, exact: true });

it("lists every instrument with its licence and what is not confirmed, and leads to one", async () => {
  await page.getByRole("link", { name: "Instruments" }).click();
  await page.getByRole("heading", { level: 1, name: "Instruments" }).waitFor();
  const text = await page.getByRole("main").textContent();
  for (const part of ["17 instruments", "Unconfirmed: not scored unless asked", "A licence is needed", "10 thresholds"])
    expect(text).toContain(part);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: "HOOS, JR." }).click();
  await page.getByRole("heading", { level: 1, name: "HOOS, JR." }).waitFor();
});

it("scores answers given with the keyboard alone", async () => {
  await open("hoos-jr");
  await reachBy(page, /^p5.*Not answered$/, { most: 120 });
  for (const code of ["p5", "p10", "a3", "a5", "a12", "a14"]) {
    await expect.poll(() => focusedOn(page)).toContain(code);
    await page.keyboard.press("ArrowRight"); // round from "Not answered" to 0
    await page.keyboard.press("Tab");
  }
  await page.getByText("6 of 6 items answered · 1 of 1 scores").waitFor();
  const text = await region("Interval score").textContent();
  for (const part of ["100.000", "on 0 to 100, higher is better", "6 of 6 answered", "raw sum 0"]) expect(text).toContain(part);
  await page.getByRole("img", { name: /Interval score, from 0 to 100.*These answers: 100.000/ }).waitFor();
  expect(await violations(page)).toEqual([]);
});

it("says what is missing, and never puts a number in its place", async () => {
  await open("hoos");
  await page.getByRole("radiogroup", { name: "p1", exact: true }).getByText("2", { exact: true }).click();
  const text = await region("Pain").textContent();
  expect(text).toContain("Too few answers: 1 of 10, and at least 5 are needed.");
  expect(text).toContain("No score");
});

it("fills the form with a worked example, which agrees with what is computed here", async () => {
  await open("hoos");
  expect(await page.getByRole("cell", { name: /differs/ }).count()).toBe(0);
  await page.getByRole("button", { name: "Fill the form with: all two" }).click();
  await page.getByText("The form is filled with: all two").waitFor();
  await expect.poll(() => region("Pain").textContent()).toContain("50.0");
  await page.getByRole("button", { name: "Clear the answers" }).click();
  await page.getByText("0 of 40 items answered").waitFor();
});

it("scores what is not confirmed only when asked, and marks it", async () => {
  await open("hoos-12");
  for (const code of ["p1", "p4", "p5", "p7"])
    await page.getByRole("radiogroup", { name: code, exact: true }).getByText("1", { exact: true }).click();
  await expect.poll(() => region("Pain").textContent()).toContain("It rests on something that no readable source confirms");
  await page.getByRole("switch", { name: "Score what is not confirmed (provisional)" }).click();
  await expect.poll(() => region("Pain").textContent()).toMatch(/75\.0.*Provisional/);
});

it("asks for the form where one is needed", async () => {
  await open("womac");
  await page.getByText("State the form first").waitFor();
  await page
    .getByRole("radiogroup", { name: "In which form it was answered" })
    .getByText(/Likert/)
    .click();
  await page.getByRole("radiogroup", { name: "pain-1", exact: true }).waitFor();
});

it("shows the state of EQ-5D and refuses its index without a value set", async () => {
  await open("eq-5d-5l");
  await page.getByRole("button", { name: /Fill the form with: state 22222, Poland/ }).click();
  await expect.poll(() => region("Health state").textContent()).toContain("State 22222");
  await expect.poll(() => region("Index").textContent()).toContain("An index needs the value set of a country");
});

it("is whole in Spanish", async () => {
  const context = await device(browser, { locale: "es-ES", viewport: PHONE, storageState: await page.context().storageState() });
  const other = await context.newPage();
  for (const path of ["/instruments", "/instruments/pain-nrs", "/instruments/ohs"]) {
    await other.goto(`${server.origin}${path}`);
    await other.getByRole("heading", { level: 1 }).waitFor();
    expect(await other.getByText("Esta página todavía no está traducida.").count()).toBe(0);
    expect(await overflow(other)).toBeLessThanOrEqual(0);
    expect(await violations(other)).toEqual([]);
  }
  await context.close();
});

it("shows a clinic's wording under a signed statement, and names who signed", async () => {
  const { instrument } = (await (await page.request.get(`${server.origin}/api/instruments/hoos-ps`)).json()) as InstrumentPage;
  const { id, version } = instrument;
  const items = instrument.items.flatMap(({ codes }) => codes).map((code) => ({ code, text: `Made-up wording of ${code}` }));
  const licences = join(folder.path, "licences.json");
  const wordings = join(folder.path, "wordings");
  mkdirSync(wordings);
  writeFileSync(licences, JSON.stringify([{ instrument: id, version, who: "Ana Ruiz", on: "2026-01-15", reference: "letter 12" }]));
  writeFileSync(
    join(wordings, `${id}.json`),
    JSON.stringify({ schema: "calcar-wording/1", instrument: id, version, languages: { en: { items } } }),
  );
  await server.stop();
  server = await startServer({ data: join(folder.path, "data"), env: { CALCAR_LICENCES: licences, CALCAR_WORDINGS: wordings } });
  await open(id);
  await page.getByRole("radiogroup", { name: "Made-up wording of a1 a1" }).waitFor();
  await expect.poll(() => page.getByText("Ana Ruiz stated on 2026-01-15", { exact: false }).count()).toBe(2);
});

it("met no trouble on the way", () => expect(troubles).toEqual([]));
