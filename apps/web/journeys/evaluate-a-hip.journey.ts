import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { device, openBrowser, troublesOf } from "./browser.ts";
import { beginEvaluation, example, openAccount, recordAll, saved } from "./clinician.ts";
import { ROOT, type RunningServer, startServer, temporaryFolder } from "./server.ts";

const folder = temporaryFolder();
const data = join(folder.path, "data");
let server: RunningServer;
let browser: Browser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ data }), openBrowser()]);
  page = await (await device(browser)).newPage();
  troubles = troublesOf(page, "http://127.0.0.1");
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  folder.remove();
});

it("makes the first account from the printed link, once", async () => {
  await openAccount(page, server.welcome!);
  const second = await (await device(browser)).newPage();
  await second.goto(server.welcome!);
  await second.getByLabel("Your name").fill("Somebody else");
  await second.getByLabel("Email address").fill("else@clinic.example");
  await second.getByLabel("Password").fill("another long password");
  await second.getByRole("button", { name: "Make the account" }).click();
  await expect.poll(() => second.getByRole("alert").textContent()).toContain("Not permitted");
  await second.context().close();
});

it("fills the structured evaluation, saved as it goes, and finds it again after a reload", async () => {
  const { facts } = example("onfh-may-be-discussed");
  await beginEvaluation(page, "J-001", "Right");
  await recordAll(page, facts);
  await saved(page);
  await page.reload();
  const count = Object.keys(facts).length;
  await page.getByText(new RegExp(`^${count} of \\d+ facts recorded`)).waitFor();
  await expect.poll(() => page.getByRole("textbox", { name: "Body mass index" }).inputValue()).toBe("24.9");
  await page.getByText("Nothing more is needed for an answer").waitFor();
});

it("gives the answer with its reasons, sources, guidelines and forest plots", async () => {
  await page.getByRole("button", { name: "See the answer" }).click();
  await page.getByRole("heading", { name: "Why", exact: true }).waitFor();
  await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toContain("may be discussed");
  for (const part of ["Warnings", "What would change this answer", "What guidelines say", "The evidence behind it", "Next steps"])
    await expect.poll(() => page.getByRole("heading", { name: part }).count(), { message: part }).toBe(1);
  const text = await page.getByRole("main").textContent();
  expect(text).toContain("0.38 (95% confidence interval 0.29 to 0.51), 2 studies with 274 hips");
  expect(text).toContain("1.07 (95% confidence interval 0.72 to 1.59), 2 studies with 100 hips");
  expect(text).toContain("not a substitute for that judgement");
});

it("draws a forest plot for each question, and leads from it to a study with its sources", async () => {
  const figures = page.getByRole("figure");
  await figures.nth(2).locator("svg").first().waitFor();
  await expect.poll(() => figures.count()).toBe(3);
  await figures.first().getByRole("link", { name: "Gangji 2011" }).first().click();
  await page.getByRole("heading", { level: 1, name: /Autologous bone marrow cell implantation/ }).waitFor();
  await page.getByText("read in the source").first().waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "Why", exact: true }).waitFor();
});

it("leads back to the evaluation, which lists the answer", async () => {
  await page.getByRole("link", { name: "Back to the evaluation" }).click();
  await page.getByRole("heading", { name: "Answers given" }).waitFor();
  await page.getByRole("button", { name: "See the answer" }).click();
  await page.getByRole("heading", { name: "Why", exact: true }).waitFor();
});

it("says, when opened under other knowledge, what was answered then and what today's would answer", async () => {
  const address = new URL(page.url());
  const knowledge = join(folder.path, "knowledge");
  cpSync(join(ROOT, "knowledge"), knowledge, { recursive: true });
  const criterion = join(knowledge, "criteria", "under-18", "criterion.yaml");
  writeFileSync(criterion, readFileSync(criterion, "utf8").replace("below: 18", "below: 50"));
  await server.stop();
  server = await startServer({ data, knowledge });
  await page.goto(`${server.origin}${address.pathname}`);
  await page.getByText("today's knowledge gives another answer").waitFor();
  const text = await page.getByRole("main").textContent();
  expect(text).toContain("Today: Not a candidate");
  await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toContain("may be discussed");
});

it("met no script error, no refused content and no request to elsewhere on the way", () => expect(troubles).toEqual([]));
