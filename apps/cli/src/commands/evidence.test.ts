import { describe, expect, it } from "vitest";
import { calcar } from "../testing.ts";

describe("freshness", () => {
  it("says when each question was last searched, what is due and which trials run", async () => {
    const { status, out } = await calcar(["evidence", "freshness"]);
    expect(status).toBe(0);
    expect(out).toContain("On 2026-11-21: ");
    expect(out).toContain("onfh-early-conversion  fresh: last searched 2026-11-21, due 2027-05-23");
    expect(out).toContain("running: BATON (NCT06123481)");
    const flat = out.replace(/\s+/g, " "); // lines are broken at a width
    expect(flat).toContain("planned for 192 patients; expected to end 2029-07-31");
    expect(flat).toContain("was to start on 2026-01-15; the entry that was read still says not yet recruiting");
  });

  it("is computed from the day that is given, and exits 1 when something is stale", async () => {
    const { status, out } = await calcar(["evidence", "freshness", "--today", "2027-06-01"]);
    expect(status).toBe(1);
    expect(out).toContain("onfh-early-conversion  STALE: last searched 2026-11-21, due 2027-05-23");
  });

  it("is told to programs as well", async () => {
    const { out } = await calcar(["evidence", "freshness", "--format", "json"]);
    expect(JSON.parse(out)).toMatchObject({
      today: "2026-11-21",
      questions: expect.arrayContaining([expect.objectContaining({ id: "PS1", state: "fresh" })]),
    });
  });
});

describe("impact", () => {
  it("shows each estimate with and without the study, and what leans on it", async () => {
    const { status, out } = await calcar(["evidence", "impact", "hernigou-2018"]);
    expect(status).toBe(0);
    expect(out).toMatch(/- PS3: .*\n(?: .*\n)*? {4}with it: {4}RR 0\.746 .*\n {4}without it: RR 1\.068 /);
    expect(out).toContain("onfh-pre-collapse");
  });

  it("is told to programs as well", async () => {
    const { out } = await calcar(["evidence", "impact", "jayankura-2023", "--format", "json"]);
    expect(JSON.parse(out)).toMatchObject({ study: "jayankura-2023", trials: [{ id: "nct01529008" }] });
  });
});

it("shows published pools as constants, and keeps apart what stands only in a seed page", async () => {
  const { out } = await calcar(["evidence", "pools", "knee-oa-function"]);
  expect(out).toContain("Published pools: cited constants");
  const [known, unknown] = out.split("NOT ESTABLISHED");
  expect(known).not.toContain("cochrane-knee-2025");
  expect(unknown).toContain("cochrane-knee-2025");
  const pain = await calcar(["evidence", "pools", "knee-oa-pain"]);
  expect(pain.out).toContain("MD \u22121.2 (no interval in any text at hand)");
});

it("shows what hip replacement does", async () => {
  const { out } = await calcar(["evidence", "benchmarks"]);
  expect(out).toContain("cumulative revision, modern well-performing devices");
  expect(out.split("NOT ESTABLISHED")[1]).toContain("seed-000");
  expect(JSON.parse((await calcar(["evidence", "benchmarks", "--format", "json"])).out).notEstablished).toHaveLength(1);
});

it("shows on a study what was found wrong in it, and what was looked for in vain", async () => {
  const { out } = await calcar(["evidence", "show", "liang-2010"]);
  expect(out.replace(/\s+/g, " ")).toContain(
    "wrong-n in seed-003. says: Liang 2010: four refractory lupus patients. the source: Fifteen patients",
  );
  const { out: cochrane } = await calcar(["evidence", "show", "cochrane-knee-2025"]);
  expect(cochrane).toContain("Looked for and not found");
});

describe("refuses with one line and exit 2", () => {
  it.each<[string[], string]>([
    [["evidence", "impact"], "evidence takes list"],
    [["evidence", "impact", "nobody-1999"], "nobody-1999: not-found, study"],
    [["evidence", "freshness", "--today", "2026-02-30"], "--today 2026-02-30: invalid, today"],
    [["evidence", "list", "--today", "2026-02-01"], "--today: has a meaning for freshness only"],
    [["evidence", "pools", "PS9"], "PS9: not-found, question"],
    [["evidence", "toString"], "evidence takes list"],
    [["evidence", "constructor", "x"], "evidence takes list"],
  ])("%j", async (argv, expected) => {
    const { status, out, err } = await calcar(argv);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(expected);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });
});
