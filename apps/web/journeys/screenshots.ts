import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { DESKTOP, device, openBrowser, PHONE } from "./browser.ts";
import { openAccount, signIn, storeExample } from "./clinician.ts";
import { openExample } from "./desk.ts";
import { ROOT, type RunningServer, startServer, temporaryFolder } from "./server.ts";

/**
 * Pictures of the running app, made from the example evaluations: `npm run screenshots [-- FOLDER]`.
 *
 * Without a folder only the picture of the README is made; with one, every page at phone and desktop width, light and dark.
 */
const [folder] = process.argv.slice(2);
const README_PICTURE = join(ROOT, "docs", "screenshots", "answer.png");
const place = temporaryFolder();
const [server, browser] = await Promise.all([startServer({ data: join(place.path, "data") }), openBrowser()]);
try {
  const pages = await fill(browser, server);
  if (folder === undefined) await readmePicture(browser, server, pages.answer!);
  else await everyPicture(browser, server, pages, folder);
} finally {
  await browser.close();
  await server.stop();
  place.remove();
}

/** The first account and two answered hips; gives the address of each page by its name. */
async function fill(browser: Browser, { origin, welcome }: RunningServer): Promise<Record<string, string>> {
  const page = await (await device(browser)).newPage();
  await openAccount(page, welcome!);
  const necrosis = await storeExample(page.request, origin, "onfh-may-be-discussed", "HIP-0042");
  const arthritis = await storeExample(page.request, origin, "oa-research-only", "HIP-0043");
  const open = await storeExample(page.request, origin, "oa-cannot-say", "HIP-0044");
  await page.context().close();
  return {
    overview: "/",
    hips: "/hips",
    evaluate: "/evaluate",
    evaluation: `/evaluations/${open.evaluation}`,
    answer: `/answers/${necrosis.answer}`,
    "answer-oa": `/answers/${arthritis.answer}`,
    "answer-open": `/answers/${open.answer}`,
    questions: "/evidence",
    "question-effect": "/evidence/questions/PS3",
    "question-change": "/evidence/questions/hip-oa-pain-change",
    studies: "/evidence/studies",
    study: "/evidence/studies/hauzeur-2018",
    impact: "/evidence/studies/hernigou-2018/impact",
    guidelines: "/evidence/guidelines",
    trials: "/evidence/trials",
    reviews: "/evidence/reviews",
    "hip-replacement": "/evidence/hip-replacement",
    freshness: "/evidence/freshness",
    searches: "/evidence/searches",
    extract: "/evidence/extract",
    "extract-compare": "/evidence/extract/compare",
    source: "/evidence/sources/gangji-2011",
    instruments: "/instruments",
    "instrument-hoos": "/instruments/hoos",
    "instrument-harris": "/instruments/hhs",
    check: "/check",
    "check-desk": "/check",
    library: "/library",
    compare: "/compare",
  };
}

async function readmePicture(browser: Browser, { origin }: RunningServer, path: string): Promise<void> {
  const context = await device(browser, { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1.5 });
  const page = await context.newPage();
  await signIn(page, origin);
  await settle(page, `${origin}${path}`);
  mkdirSync(join(README_PICTURE, ".."), { recursive: true });
  await page.screenshot({ path: README_PICTURE });
}

async function everyPicture(browser: Browser, { origin }: RunningServer, pages: Record<string, string>, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [size, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE }))
    for (const colorScheme of ["light", "dark"] as const) {
      const context = await device(browser, { viewport, colorScheme });
      const page = await context.newPage();
      await page.goto(`${origin}/sign-in`);
      await page.getByRole("button", { name: "Sign in" }).waitFor();
      await page.screenshot({ path: join(folder, `sign-in-${size}-${colorScheme}.png`), fullPage: true });
      await signIn(page, origin);
      for (const [name, path] of Object.entries(pages)) {
        await settle(page, `${origin}${path}`);
        if (name === "check-desk") await openExample(page);
        await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`), fullPage: true });
      }
      await context.close();
    }
}

/** Waits until the page and its figures stand. */
async function settle(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  for (const figure of await page.getByRole("figure").all()) await figure.locator(".figure-plot svg:not([aria-hidden])").first().waitFor();
}
