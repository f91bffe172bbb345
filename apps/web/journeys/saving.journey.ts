import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { device, openBrowser } from "./browser.ts";
import { beginEvaluation, openAccount, saved, signIn } from "./clinician.ts";
import { type RunningServer, startServer, temporaryFolder } from "./server.ts";

const folder = temporaryFolder();
const data = join(folder.path, "data");
let server: RunningServer;
let browser: Browser;
let ana: Page;
let ben: Page; // the same account on another device

const choose = (page: Page, label: string, option: string): Promise<void> =>
  page.getByRole("radiogroup", { name: label, exact: true }).getByText(option, { exact: true }).click();
const chosen = (page: Page, label: string, option: string) =>
  page.getByRole("radiogroup", { name: label, exact: true }).getByRole("radio", { name: option, exact: true }).isChecked();

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ data }), openBrowser()]);
  ana = await (await device(browser)).newPage();
  ben = await (await device(browser)).newPage();
  await openAccount(ana, server.welcome!);
  await signIn(ben, server.origin);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  folder.remove();
});

it("sends a reader without a session to the door, and back to where the reader was going", async () => {
  const stranger = await (await device(browser)).newPage();
  await stranger.goto(`${server.origin}/hips?from=a-bookmark`);
  await stranger.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
  await stranger.getByLabel("Email address").fill("ana@clinic.example");
  await stranger.getByLabel("Password").fill("not the password at all");
  await stranger.getByRole("button", { name: "Sign in" }).click();
  await stranger.getByText("do not match an account").waitFor();
  await stranger.getByLabel("Password").fill("a long enough password");
  await stranger.getByRole("button", { name: "Sign in" }).click();
  await stranger.getByRole("heading", { level: 1, name: "Hips" }).waitFor();
  await stranger.getByRole("button", { name: "Sign out" }).click();
  await stranger.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
  await stranger.goto(`${server.origin}/hips`);
  await stranger.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
  await stranger.context().close();
});

it("shows two people who change one evaluation both versions, and loses nothing", async () => {
  await beginEvaluation(ana, "S-001", "Left");
  await choose(ana, "Main diagnosis of this hip", "Osteoarthritis");
  await saved(ana);
  await ben.goto(ana.url());
  await ben.getByRole("heading", { level: 1, name: "S-001, left hip" }).waitFor();

  await choose(ana, "Sex", "Female");
  await ana.getByRole("textbox", { name: "Age", exact: true }).fill("61");
  await ana
    .getByRole("status")
    .filter({ hasText: /^Saved / })
    .waitFor();
  await ana.waitForTimeout(1_500);

  await choose(ben, "Sex", "Male");
  await choose(ben, "This hip has symptoms", "Yes");
  await ben.getByText("while you were changing it").waitFor();
  await expect.poll(() => ben.getByRole("button", { name: "Save these choices" }).isDisabled()).toBe(true);
  await expect.poll(() => ben.getByRole("radiogroup", { name: "Age", exact: true }).textContent()).toContain("61 years");
  await expect.poll(() => chosen(ben, "Age", "Theirs 61 years")).toBe(true);
  await expect.poll(() => chosen(ben, "This hip has symptoms", "Yours Yes")).toBe(true);
  await ben.getByRole("radiogroup", { name: "Sex", exact: true }).getByText("Yours").click();
  await ben.getByRole("button", { name: "Save these choices" }).click();
  await saved(ben);

  await ana.reload();
  await ana.getByRole("heading", { level: 1, name: "S-001, left hip" }).waitFor();
  await expect.poll(() => chosen(ana, "Sex", "Male")).toBe(true);
  await expect.poll(() => chosen(ana, "This hip has symptoms", "Yes")).toBe(true);
  await expect.poll(() => chosen(ana, "Main diagnosis of this hip", "Osteoarthritis")).toBe(true);
  await expect.poll(() => ana.getByRole("textbox", { name: "Age", exact: true }).inputValue()).toBe("61");
});

it("takes a fact back to not recorded, which is not a no", async () => {
  await choose(ana, "This hip has symptoms", "Not recorded");
  await saved(ana);
  await ana.reload();
  await ana.getByRole("heading", { level: 1, name: "S-001, left hip" }).waitFor();
  await expect.poll(() => chosen(ana, "This hip has symptoms", "Not recorded")).toBe(true);
  await expect.poll(() => chosen(ana, "This hip has symptoms", "No")).toBe(false);
});

it("keeps what cannot be read in its field with a reason, and records nothing of it", async () => {
  const bmi = ana.getByRole("textbox", { name: "Body mass index", exact: true });
  await bmi.fill("24,5");
  await bmi.blur();
  await ana.getByText("Write the decimal with a point: 24.5").waitFor();
  await bmi.fill("300");
  await bmi.blur();
  await ana.getByText("Outside 10 to 90 kg/m²").waitFor();
  const recorded = await ana.request.get(ana.url().replace("/evaluations/", "/api/evaluations/"));
  expect((await recorded.json()).facts).not.toHaveProperty("patient.bmi");
  await bmi.fill("");
});

it("keeps what is typed while the server is gone, over a closed page, and saves it when it is back", async () => {
  const { port } = new URL(server.origin);
  await server.stop();
  await choose(ana, "Severe pain at night", "Yes");
  await ana.getByText("Not saved: the server does not answer.").waitFor();
  const address = ana.url();
  const context = ana.context();
  await ana.close();
  server = await startServer({ data, port });
  ana = await context.newPage();
  await ana.goto(address);
  await saved(ana);
  await expect.poll(() => chosen(ana, "Severe pain at night", "Yes")).toBe(true);
  const recorded = await ana.request.get(ana.url().replace("/evaluations/", "/api/evaluations/"));
  expect((await recorded.json()).facts).toMatchObject({ "pain.night-severe": true });
});

it("says so in place of a page when the server is gone, and shows the page when it is back", async () => {
  const { port } = new URL(server.origin);
  await server.stop();
  await ana.getByRole("link", { name: "Hips", exact: true }).click();
  await ana.getByText("The server does not answer").waitFor();
  server = await startServer({ data, port });
  await ana.getByRole("button", { name: "Try again" }).click();
  await ana.getByRole("heading", { level: 1, name: "Hips" }).waitFor();
});
