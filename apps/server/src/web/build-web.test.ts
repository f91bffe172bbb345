import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { builtWeb } from "./build-web.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..", "..");

let root: string;
let said: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "calcar-build-"));
  said = [];
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"));
  mkdirSync(join(root, "apps", "web", "src"), { recursive: true });
  write("index.html", `<!doctype html><title>Calcar</title><script type="module" src="/src/main.ts"></script>`);
  write("src/main.ts", `document.title = "one";`);
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(root, "apps", "web", name), text);
const build = () => builtWeb(root, (sentence) => said.push(sentence));
const dist = () => join(root, "apps", "web", "dist");

it("builds once, and again only when a source has changed", async () => {
  expect(await build()).toEqual({ folder: dist() });
  expect(readFileSync(join(dist(), "index.html"), "utf8")).toMatch(/\/assets\/index-[\w-]+\.js/);
  const { folder } = (await build()) as { folder: string };
  expect({ folder, said }).toEqual({ folder: dist(), said: ["Building the web app ..."] });

  utimesSync(join(root, "apps", "web", "src", "main.ts"), new Date(), new Date());
  await build();
  expect(said).toHaveLength(1); // touched is not changed

  write("src/main.ts", `document.title = "two";`);
  await build();
  expect(said).toHaveLength(2);
});

it("keeps the app it has and says where to read on when the sources do not build", async () => {
  await build();
  write("src/main.ts", `import "./gone.ts";`);
  const failed = (await build()) as { sentence: string };
  const log = join(root, ".calcar", "web-build.log");
  expect(failed.sentence).toBe(`The web app could not be built; what the build said is in ${log}.`);
  expect(readFileSync(log, "utf8")).toContain("gone.ts");
  expect(existsSync(join(dist(), "index.html"))).toBe(true);
});

it("serves no web app where there is none", async () => {
  rmSync(join(root, "apps", "web", "index.html"));
  expect(await build()).toEqual({ folder: undefined });
});
