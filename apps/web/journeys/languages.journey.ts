import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { device, openBrowser, troublesOf, violations } from "./browser.ts";
import { openAccount, storeExample } from "./clinician.ts";
import { type RunningServer, startServer, temporaryFolder } from "./server.ts";

const folder = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ data: join(folder.path, "data") }), openBrowser()]);
  const context = await device(browser);
  page = await context.newPage();
  troubles = troublesOf(page, server.origin);
  await openAccount(page, server.welcome!);
  await storeExample(context.request, server.origin, "onfh-observe", "L-001");
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  folder.remove();
});

it("shows the overview wholly in Spanish and keeps the language on this device", async () => {
  await page.goto(server.origin);
  await page.getByLabel("Language").selectOption({ label: "Español" });
  await page.getByRole("heading", { level: 1, name: "¿Debe recibir células esta cadera?" }).waitFor();
  await page.reload();
  await page.getByText("1 cadera de 1 paciente.").waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("es");
  await expect.poll(() => page.getByRole("main").getAttribute("lang")).toBe("es");
  await page.getByText("Evaluación del 21 nov 2026").waitFor();
  expect(await violations(page)).toEqual([]);
});

it("marks a page that is not translated, in the reader's language, and says to tools that it is English", async () => {
  await page.getByRole("link", { name: "Caderas", exact: true }).click();
  await page.getByText("Esta página todavía no está traducida.").waitFor();
  await expect.poll(() => page.getByRole("main").getAttribute("lang")).toBe("en");
});

it("greets a new Spanish reader in Spanish, and goes back to English at once", async () => {
  const other = await (await device(browser, { locale: "es-ES" })).newPage();
  await other.goto(`${server.origin}/sign-in`);
  await other.getByRole("heading", { level: 1, name: "Iniciar sesión" }).waitFor();
  await other.getByLabel("Idioma").selectOption({ label: "English" });
  await other.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
  await other.context().close();
});

it("keeps a theme on this device", async () => {
  await page.goto(server.origin);
  await page.getByLabel("Idioma").selectOption({ label: "English" });
  await page.getByLabel("Theme").selectOption({ label: "Dark" });
  await page.reload();
  expect(await page.evaluate(() => getComputedStyle(document.body).colorScheme)).toBe("dark");
});

it("met no trouble on the way", () => expect(troubles).toEqual([]));
