import { describe, expect, it } from "vitest";
import { calcar } from "../testing.ts";

const CLAIM = "Stem cells are the cure for hip arthritis.";
const ONLY = ["--rule", "cure-claim"];

describe("lint", () => {
  it("has the shape of the contract, with offsets into the text", async () => {
    const text = `Hello there.\n\n${CLAIM}\n`;
    const { status, out } = await calcar(["lint", "-", "--format", "json", ...ONLY], text);
    expect(status).toBe(1);
    const { files, knowledge } = JSON.parse(out);
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({ path: "-", findings: [{ rule: "cure-claim", severity: "error", quote: CLAIM }] });
    const [{ start, end, why, instead, sources }] = files[0].findings;
    expect(text.slice(start, end)).toBe(CLAIM);
    expect([why, instead]).toEqual([expect.stringContaining("no cure"), "This is not a cure."]);
    expect(sources).toContain("fda20");
    expect(knowledge).toMatch(/^[0-9a-f]{16}$/);
  });

  it("shows a terminal the place, the words, the reasons and an honest wording", async () => {
    const { out } = await calcar(["lint", "-", ...ONLY], `One.\n${CLAIM}`);
    expect(out).toContain("-: 1 error, 0 warnings, 0 remarks");
    expect(out).toContain("  2:1\n");
    expect(out).toMatch(/error {4}cure-claim: "cure"/);
    expect(out).toContain("instead   This is not a cure.");
    expect(out).toMatch(/evidence The course of the disease on imaging in hip osteoarthritis: /);
    expect(out).toMatch(/sources {3}.*\[1\]/);
    expect(out).toMatch(/\nSources\n\n {2}\[1\] {3}.*\(20\d\d\)\. [\s\S]*https:\/\//);
  });

  it("says of the page as a whole what it nowhere says, apart from the marked sentences", async () => {
    const { out } = await calcar(
      ["lint", "-", "--rule", "missing-risk-disclosure"],
      "Our clinic offers stem cell injections for your hip. Book today.",
    );
    expect(out).toContain("  the page as a whole\n     warning  missing-risk-disclosure (it first sells at 1:1)\n");
    expect(out).toMatch(/names no risk of it\.\s+\(missing-risk-disclosure; warning, 1 page\)/);
  });

  it.each([
    [[], 1],
    [["--fail-on", "never"], 0],
    [["--fail-on", "info"], 1],
  ])("exits by --fail-on %j", async (more, expected) => {
    expect((await calcar(["lint", "-", ...ONLY, ...more], CLAIM)).status).toBe(expected);
  });

  it("leaves honest text alone", async () => {
    const { status, out } = await calcar(["lint", "-", ...ONLY], "These injections do not cure arthritis. Is it a cure? No.");
    expect([status, out]).toEqual([0, "-: no finding\n\nno finding in 1 page; 0 suppressed\n"]);
  });

  it.each([
    ["sarif", /"version": "2\.1\.0"/],
    ["html", /^<!doctype html>/],
    ["junit", /^<\?xml version="1\.0"/],
  ])("writes %s", async (format, start) => {
    const { out } = await calcar(["lint", "-", ...ONLY, "--format", format], CLAIM);
    expect(out).toMatch(start);
  });

  it("writes a PDF to a file, and nowhere else", async () => {
    const { written, out } = await calcar(["lint", "-", ...ONLY, "--format", "pdf", "-o", "report.pdf"], CLAIM);
    expect(out).toBe("");
    expect(Buffer.from(written.get("report.pdf") as Uint8Array).toString("latin1", 0, 8)).toBe("%PDF-1.7");
    expect(await calcar(["lint", "-", ...ONLY, "--format", "pdf"], CLAIM)).toMatchObject({ out: "", written: new Map() });
  });

  it("tells evidence and law once, and then where they stand", async () => {
    const { out } = await calcar(["lint", "-", ...ONLY, "--jurisdiction", "EU"], `${CLAIM}\n\nWelcome.\n\n${CLAIM}\n`);
    expect(out.match(/evidence The course of the disease on imaging/g)).toHaveLength(1);
    expect(out).toMatch(/5:1\n[^\0]*evidence on [a-z ]+: as at 1:1\./);
    const law = /law {7}EU: (Directive 2001\/83\/EC, Article [\d()a-z]+)/.exec(out)![1]!;
    expect(out.split("Law and codes")[1]!.split(`EU ${law}: `)).toHaveLength(2);
  });

  it("names only the law of the jurisdiction asked for, and speaks Spanish when asked", async () => {
    const { out } = await calcar(["lint", "-", ...ONLY, "--jurisdiction", "au", "--language", "es", "--format", "json"], CLAIM);
    const [finding] = JSON.parse(out).files[0].findings;
    expect(finding.law.every(({ jurisdiction }: { jurisdiction: string }) => jurisdiction === "AU")).toBe(true);
    expect(finding.instead).toBe("Esto no es una cura.");
  });

  it("takes a baseline that it wrote", async () => {
    const { written } = await calcar(["lint", "examples/README.md", "--write-baseline", "known.json", "--reason", "of 2019", ...ONLY]);
    expect(JSON.parse(String(written.get("known.json")))).toEqual({ schema: "calcar-claims-baseline/1", findings: [] });
  });

  it("reads folders and globs, and answers twice when watched", async () => {
    const folder = await calcar(["lint", "examples", "--format", "json", ...ONLY]);
    expect(JSON.parse(folder.out).files.map(({ path }: { path: string }) => path)).toContain("examples/README.md");
    const glob = await calcar(["lint", "examples/*.md", "--watch", ...ONLY]);
    expect(glob.out.match(/examples\/README\.md: no finding/g)).toHaveLength(2);
  });

  it.each([
    [["lint"], "", "lint takes at least one PATH"],
    [["lint", "no-such-page.txt"], "", "no such file"],
    [["lint", "-", "--rule", "nope"], CLAIM, "--rule nope: unknown; expected one of"],
    [["lint", "-", "--jurisdiction", "FR"], CLAIM, "--jurisdiction FR: unknown"],
    [["lint", "-", "--write-baseline", "known.json"], CLAIM, "--write-baseline needs --reason TEXT"],
    [["lint", "-", "--reason", "why"], CLAIM, "--reason goes with --write-baseline FILE"],
    [["lint", "-", "--baseline", "examples/README.md"], CLAIM, "examples/README.md: baseline"],
    [["lint", "-"], "", "-: is empty; expected a page with text"],
    [["lint", "-"], "\u0000\u0001\u0002\u0003PNG", "-: is no text"],
  ])("refuses %j", async (argv, stdin, message) => {
    const { status, err } = await calcar(argv, stdin);
    expect(err).toContain(message);
    expect(status).toBe(2);
  });

  const FRENCH = "Les cellules souches guérissent l'arthrose de la hanche, et les patients ne sont plus opérés.";

  it("does not pass a page that is in neither English nor Spanish", async () => {
    const { status, out, err } = await calcar(["lint", "-"], FRENCH);
    expect(status).toBe(2);
    expect(err).toBe("-: this page is in neither English nor Spanish: its sentences were not checked\n");
    expect(out).toContain("-: not checked\n  warning: this page is in neither English nor Spanish");
    expect(out).toContain("nothing was checked; 1 page in neither English nor Spanish; 0 suppressed");
    const json = await calcar(["lint", "-", "--format", "json"], FRENCH);
    expect(JSON.parse(json.out).files[0].warnings).toEqual([{ code: "language-unread", detail: "1/1" }]);
  });

  it("checks what of a page is in English, and says what is not", async () => {
    const { status, out } = await calcar(
      ["lint", "-", ...ONLY],
      `${CLAIM} It is the end of the pain for you and for all of your family, and of the sticks with which you walk.\n\n${FRENCH}`,
    );
    expect(status).toBe(1);
    expect(out).toMatch(/-: 1 error.*\n {2}warning: 1 of the 3 sentences of this page are in neither/);
  });

  it("says first what was not read, and counts it", async () => {
    const { out } = await calcar(["lint", "docs/screenshots/answer.png", "examples/README.md", ...ONLY]);
    expect(out).toMatch(/^docs\/screenshots\/answer\.png: was not read\n/);
    expect(out).toContain("no finding in 1 page; 1 file not read; 0 suppressed");
    expect((await calcar(["lint", "-"], "")).out).toContain("nothing was checked; 1 file not read; 0 suppressed");
  });

  it("shows a sentence over several lines as one", async () => {
    const { out } = await calcar(
      ["lint", "-", ...ONLY],
      "Stem cells are the proven and lasting cure for\nhip arthritis of every kind and stage.",
    );
    expect(out).not.toContain("u000a");
  });

  it("goes on after a file that cannot be read, and says so in the exit status", async () => {
    const { status, out, err } = await calcar(["lint", "docs/screenshots/answer.png", "examples/README.md", "--format", "json"]);
    expect(status).toBe(2);
    expect(
      JSON.parse(out)
        .files.map(({ path }: { path: string }) => path)
        .sort(),
    ).toEqual(["docs/screenshots/answer.png", "examples/README.md"]);
    expect(err).toMatch(/answer\.png: is no text/);
  });

  it("breaks a long explanation at words, not at marks of its own", async () => {
    const text =
      "Filardo et al. (2016) found no adverse effects of stem cells in the hip.\n\nReferences\n1. Filardo G, et al. Stem cells in articular cartilage regeneration. J Orthop Surg Res 2016;11:42.";
    const { out } = await calcar(["lint", "-", "--rule", "citation-mismatch"], text);
    expect(out).toContain("citation-mismatch");
    expect(out).not.toContain("u000a");
  });

  it("never lets a page steer the terminal", async () => {
    const { out } = await calcar(["lint", "-", ...ONLY], `\u001b[31m${CLAIM}`);
    expect(out).not.toContain("\u001b");
  });
});
