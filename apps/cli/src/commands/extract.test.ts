import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { calcar, ROOT } from "../testing.ts";

const EXAMPLE = "examples/study-draft.yaml";
const text = readFileSync(join(ROOT, EXAMPLE), "utf8");

describe("a draft", () => {
  it("becomes a study file and the record of its paper, written where they are wanted", async () => {
    const { status, out, err, written } = await calcar(["extract", EXAMPLE, "-o", "new-study.yaml", "--source-file", "new-source.yaml"]);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toContain("A study that the catalog reads.");
    expect(out).toContain("Written: new-study.yaml");
    expect(String(written.get("new-study.yaml"))).toContain("id: example-2026\n");
    expect(String(written.get("new-source.yaml"))).toContain("kind: primary\n");
  });

  it("shows the files when nobody says where to write them, and every conversion", async () => {
    const { out, written } = await calcar(["extract", EXAMPLE]);
    expect(written.size).toBe(0);
    expect(out).toContain("# knowledge/studies/example-2026/study.yaml\n");
    expect(out).toContain("# knowledge/sources/example-2026.yaml\n");
    expect(out).toContain("SD: √25 × (88.3 − 79.9) / (2 × 2.0639) with 24 df = 10.175");
  });

  it("never writes over a file", async () => {
    const { status, err } = await calcar(["extract", EXAMPLE, "-o", "README.md"]);
    expect(status).toBe(2);
    expect(err).toBe("calcar: README.md: exists already; expected a new file\n");
  });

  it("says everything that is missing or wrong and exits 1, as text and as JSON", async () => {
    const broken = text
      .replace("hips: { value: 50", "hips: { value: 51")
      .replace("    unit: points\n", "")
      .replace('{ value: "12", how: printed', '{ value: "12"');
    const { status, out } = await calcar(["extract", "-"], broken);
    expect(status).toBe(1);
    expect(out).toContain("Not a study yet: 3 things are missing or wrong.");
    expect(out).toContain("hips.value: 51 hips, but the arms hold 25 + 25 = 50");
    expect(out).toContain("outcomes[0].report.percent.how: missing");
    expect(out).toContain("outcomes[2].unit: missing");
    const json = JSON.parse((await calcar(["extract", "-", "--format", "json"], broken)).out);
    expect(json.problems).toHaveLength(3);
    expect(json.files).toEqual([]);
  });

  it("tells what the checker of printed statistics has against the figures, and gives the study all the same", async () => {
    const figure = (value: string) => `{ value: "${value}", how: printed, source: example-2026, at: "p. 6", verified: source-text }`;
    const change = `as: mean-sd\n      mean: ${figure("-30.1")}\n      sd: ${figure("20")}\n      n: ${figure("25")}\n`;
    const doubtful = text.replace(/as: from-before-and-after\n.*\n/, change);
    const { status, out } = await calcar(["extract", "-"], doubtful);
    expect(status).toBe(0);
    expect(out).toMatch(/Printed figures that do not add up:\n {2}vas-pain-12-cells.*-30\.1/);
  });
});

describe("two readings", () => {
  it("are held against each other and exit 1 while they differ", async () => {
    expect((await calcar(["extract", "--compare", EXAMPLE, EXAMPLE])).status).toBe(0);
    const other = text.replace("events: { value: 17", "events: { value: 18");
    const { status, out } = await calcar(["extract", "--compare", EXAMPLE, "-"], other);
    expect(status).toBe(1);
    expect(out).toContain("1 do not. Nothing is decided here.");
    expect(out).toContain("outcomes[events / collapse / 24 / CD].report.events.value\n  examples/study-draft.yaml: 17\n  -: 18\n");
  });

  it("become one draft by decisions for every difference", async () => {
    const { status, out, err } = await calcar(["extract", "--compare", EXAMPLE, EXAMPLE, "--decisions", "-"], "[]");
    expect([status, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toMatchObject({ id: "example-2026", decisions: [] });
    const wrong = await calcar(
      ["extract", "--compare", EXAMPLE, EXAMPLE, "--decisions", "-"],
      "- { field: id, took: first, by: Ana, why: so }",
    );
    expect(wrong.status).toBe(1);
    expect(wrong.err).toContain("id: both agree here");
  });
});

describe("one reported result", () => {
  it("is converted by itself", async () => {
    const { status, out } = await calcar(["extract", "--convert", "mean-se", "mean=12", "se=1.2", "n=25"]);
    expect(status).toBe(0);
    expect(out).toContain("mean 12, sd 6, n 25\n  SD: 1.2 × √25 = 6\n");
  });

  it("exits 1 and names every figure that will not do", async () => {
    const { status, err } = await calcar(["extract", "--convert", "between-arms-p", "mean=12", "otherMean=10", "n=25", "p=<0.05"]);
    expect(status).toBe(1);
    expect(err).toContain("otherN: missing");
    expect(err).toContain('p: "<0.05" is no usable number');
  });
});

it.each<[string, string[], string, string]>([
  ["no file", ["extract"], "", "extract takes one DRAFT"],
  ["two files", ["extract", "a", "b"], "", "extract takes one DRAFT"],
  ["an empty document", ["extract", "-"], "", "is empty"],
  ["an unknown key", ["extract", "-"], "id: a\nsucces: 3\n", "standard input:2: unknown key succes"],
  ["a list", ["extract", "-"], "[1, 2]\n", "standard input"],
  ["a million figures", ["extract", "-"], `limitations: [${"a, ".repeat(400_000)}a]`, "at most 1000000"],
  ["a word that is no class", ["extract", "-"], "joint: shoulder\n", "expected one of hip, knee, mixed, none"],
  ["anchors", ["extract", "-"], "id: &a x\nrole: *a\n", "anchor &a"],
  ["a text that steers the terminal", ["extract", "-"], 'id: "a\\u001b[2J"\n', "text without control characters"],
  ["one draft to compare", ["extract", "--compare", EXAMPLE], "", "--compare takes two drafts"],
  ["both drafts from standard input", ["extract", "--compare", "-", "-"], "", "only one file"],
  ["two acts", ["extract", "--compare", "--convert"], "", "do not go together"],
  ["decisions without readings", ["extract", EXAMPLE, "--decisions", "x"], "", "--decisions goes with --compare"],
  ["a place for what is not written", ["extract", "--convert", "count", "-o", "x"], "", "-o goes with"],
  ["an unknown report", ["extract", "--convert", "mode"], "", "mode: unknown; expected one of mean-sd"],
  ["a figure that is no part of it", ["extract", "--convert", "mean-se", "sd=3"], "", "sd: not part of mean-se; expected mean, se, n"],
  ["a word without a value", ["extract", "--convert", "mean-se", "sd"], "", "expected NAME=VALUE"],
])("refuses %s with exit 2", async (_what, argv, stdin, expected) => {
  const { status, out, err } = await calcar(argv, stdin);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toContain(expected);
  expect(err).not.toContain("\u001b");
});

it("refuses to compare two papers", async () => {
  const { status, err } = await calcar(["extract", "--compare", EXAMPLE, "-"], "paper: { source: other-2020 }\n");
  expect(status).toBe(2);
  expect(err).toContain("of different papers (example-2026, other-2020)");
});

it("shows an example in its help", async () => {
  const { status, out } = await calcar(["extract", "--help"]);
  expect(status).toBe(0);
  expect(out).toContain("npm run -s calcar -- extract examples/study-draft.yaml");
});
