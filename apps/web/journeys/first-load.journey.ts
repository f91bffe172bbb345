import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { device, openBrowser } from "./browser.ts";
import { openAccount } from "./clinician.ts";
import { type RunningServer, startServer, temporaryFolder } from "./server.ts";

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

const MOST = 200_000; // bytes over the wire, compressed: page, scripts, styles and fonts
const folder = temporaryFolder();
let server: RunningServer;
let browser: Browser;
let signedIn: State;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ data: join(folder.path, "data") }), openBrowser()]);
  const context = await device(browser);
  await openAccount(await context.newPage(), server.welcome!);
  signedIn = await context.storageState();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  folder.remove();
});

/** What a first visit carries over the wire, headers included, counted by a browser that has nothing kept; answers of the API apart. */
async function weigh(storageState: State, path: string): Promise<{ readonly app: number; readonly answers: number }> {
  const context = await device(browser, { storageState });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  const paths = new Map<string, string>();
  const weight = { app: 0, answers: 0 };
  await wire.send("Network.enable");
  wire.on("Network.requestWillBeSent", ({ requestId, request }) => paths.set(requestId, new URL(request.url).pathname));
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    weight[paths.get(requestId)?.startsWith("/api/") ? "answers" : "app"] += encodedDataLength;
  });
  await page.goto(`${server.origin}${path}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready.then(() => true));
  await context.close();
  return weight;
}

it.each(["/", "/hips"])("carries less than 200 kB for a first visit to %s", async (path) => {
  const { app, answers } = await weigh(signedIn, path);
  process.stdout.write(`first load of ${path}: ${app} bytes, answers of the API ${answers} bytes\n`);
  expect(app).toBeLessThan(MOST);
});

it("carries less than 200 kB for the door", async () => {
  const { app } = await weigh({ cookies: [], origins: [] }, "/sign-in");
  process.stdout.write(`first load of /sign-in: ${app} bytes\n`);
  expect(app).toBeLessThan(MOST);
});
