import { readFileSync } from "node:fs";
import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { checkNumbers } from "./check-numbers.ts";
import { Statement } from "./statement.ts";
import { studyStatements } from "./study-statements.ts";
import { typicalSds } from "./typical-sd.ts";
import type { Verdict } from "./verdict.ts";

interface Figures {
  readonly expect: Verdict["verdict"];
  readonly statement: Statement;
}
interface ListedError {
  readonly id: string;
  readonly figures?: readonly Figures[];
  readonly notArithmetic?: string;
}

const reference = new URL("../../../../reference/evidence/listed-errors.json", import.meta.url);
const { errors } = JSON.parse(readFileSync(reference, "utf8")) as { errors: readonly ListedError[] };
const arithmetic = errors.flatMap(({ id, figures = [] }) => figures.map((figure) => ({ id, ...figure, says: figure.statement.says })));

const recorded = [...catalog.studies.values(), ...catalog.sources.values()].flatMap(({ discrepancies = [] }) => discrepancies);

describe("errors in the literature", () => {
  it("are all on record, and each record is either tested or named as not arithmetic, with the reason", () => {
    expect(errors.map(({ id }) => id)).toEqual([...new Set(recorded.map(({ id }) => id))].sort());
    for (const { figures, notArithmetic } of errors) expect((figures === undefined) !== (notArithmetic === undefined)).toBe(true);
  });

  it("hold all 85 of the compiled evidence: 11 of papers, 18 and 56 of the seed pages", () => {
    const of = (pattern: RegExp) => errors.filter(({ id }) => pattern.test(id)).length;
    expect([of(/^xd\d+$/), of(/^sd\d+$/), of(/^sd-\d{3}-\d{2}$/)]).toEqual([11, 18, 56]);
  });

  it.each(arithmetic)("$id, $says: $expect", ({ expect: expected, statement }) => {
    const [checked] = checkNumbers([Statement.parse(statement)]);
    expect(checked).toMatchObject({ verdict: expected });
  });
});

describe("spreads that nobody calls standard deviations", () => {
  const typical = typicalSds(catalog);
  const suspected = (id: string) =>
    checkNumbers(studyStatements(catalog.studies.get(id)!, typical)).filter(({ tests }) =>
      tests.some(({ check, verdict, says }) => check === "sd-is-no-se" && verdict === "cannot-say" && says.includes("standard error")),
    ).length;

  it("are known from the spread that pain and WOMAC have elsewhere", () => {
    const of = (id: string) => catalog.studies.get("lamo-espinosa-2020")!.outcomes.find((outcome) => outcome.id.startsWith(id))!;
    expect(typical(of("vas-pain-12"))).toBeCloseTo(1.9, 1); // of 10 points
    expect(typical(of("womac-total-12"))).toBeGreaterThan(10); // of 96
  });

  it.each([
    ["gangji-2011", 3],
    ["ma-2014", 4],
    ["tabatabaee-2015", 4],
  ])("are suspected to be standard errors in every pain score of %s; a WOMAC without a stated scale cannot be compared", (id, rows) => {
    expect(suspected(id)).toBe(rows);
  });

  it("are suspected as well where a paper does say SD, as in the six-month Harris score of a pilot", () => {
    expect(suspected("rizzoli-mfat-pilot")).toBe(1);
  });

  it("are not suspected where they are of the usual size", () => {
    expect(suspected("lamo-espinosa-2020")).toBe(0);
    expect(suspected("sen-2012")).toBe(0);
  });
});

describe("counts that were worked out from a percentage", () => {
  const shares = [...catalog.studies.values()].flatMap((study) => studyStatements(study).filter(({ kind }) => kind === "share"));

  it("give that percentage again, in every study on file", () => {
    expect(shares.length).toBeGreaterThanOrEqual(11);
    expect(checkNumbers(shares).filter(({ verdict }) => verdict !== "agrees")).toEqual([]);
  });
});

describe("studies on file", () => {
  const withErrors = [...catalog.studies.values()].flatMap((study) => {
    const wrong = checkNumbers(studyStatements(study)).filter(({ verdict }) => verdict === "disagrees");
    return wrong.length > 0 ? [{ id: study.id, discrepancies: study.discrepancies ?? [] }] : [];
  });

  it("that do not add up say so in their own record", () => {
    expect(withErrors.filter(({ discrepancies }) => discrepancies.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it("are found by the checker from the file alone", () => {
    const ids = withErrors.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(["bjr-2021", "migliorini-2021", "ruane-2021", "villanova-2020", "wangz-2020", "josr-2023"]));
  });
});
