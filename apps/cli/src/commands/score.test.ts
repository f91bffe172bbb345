import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calcar } from "../testing.ts";

const HOOS_JR = ["p5", "p10", "a3", "a5", "a12", "a14"];
const worst = JSON.stringify(Object.fromEntries(HOOS_JR.map((code) => [code, 4])));

describe("score one questionnaire", () => {
  it("has the shape of the contract", async () => {
    const { status, out } = await calcar(["score", "HOOS-JR", "-", "--format", "json"], worst);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      instrument: "hoos-jr",
      version: "2016",
      scores: { interval: 0 },
      refusals: {},
      direction: "higher-better",
      method: "sum-table(hoos-jr)",
    });
  });

  it("gives null with its reason, never 0, where an answer is missing", async () => {
    const { status, out } = await calcar(["score", "hoos-jr", "-", "--format", "json"], '{"p5":0,"p10":0,"a3":0,"a5":0,"a12":0}');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      scores: { interval: null },
      refusals: { interval: { kind: "incomplete", code: "items-missing", missing: ["a14"] } },
    });
  });

  it("shows a terminal the range, the direction and how much was answered", async () => {
    const { out } = await calcar(["score", "hoos", "-"], '{"p1":1,"p2":1,"p3":1,"p4":1,"p5":1}');
    expect(out).toContain("Pain                   75.0  0 to 100, higher is better  5 of 10, 5 filled by the missing-item rule");
    expect(out).toContain("Quality of life: incomplete, too-few-answered (q1, q2, q3, q4)");
  });

  it("computes what is not confirmed only when asked, and marks it", async () => {
    const answers = JSON.stringify(
      Object.fromEntries(["p1", "p4", "p5", "p7", "a3", "a4", "a7", "sp4", "q1", "q2", "q3", "q4"].map((c) => [c, 0])),
    );
    const without = JSON.parse((await calcar(["score", "hoos-12", "-", "--format", "json"], answers)).out);
    expect(without.scores.summary).toBeNull();
    expect(without.refusals.summary).toMatchObject({ kind: "not-permitted", code: "unconfirmed" });
    const asked = JSON.parse((await calcar(["score", "hoos-12", "-", "--allow-unconfirmed", "--format", "json"], answers)).out);
    expect(asked).toMatchObject({ scores: { summary: 100 }, provisional: true });
    expect((await calcar(["score", "hoos-12", "-", "--allow-unconfirmed"], answers)).out).toContain("PROVISIONAL");
  });

  it.each([
    ["an item in another case", '{"P5":1}', "-: P5: unknown item: codes are in lower case; expected p5"],
    ["an unknown item", '{"z9":1}', "-: z9: unknown item"],
    ["a value outside its options", '{"p5":5}', "-: p5: 5; expected a whole number from 0 to 4"],
    ["a text where a number belongs", '{"p5":"2"}', '-: p5: "2", a text; expected a whole number from 0 to 4'],
    ["a decimal comma", '{"p5":"1,5"}', '-: p5: "1,5"'],
    ["an item stated twice", '{"p5":1,"p5":2}', "-: p5: stated twice"],
    ["an empty file", "", "-: answers: empty"],
    ["no JSON", "p5: 1", "-: answers"],
    ["a list", "[1,2]", "-: answers"],
  ])("names %s and scores nothing", async (_, stdin, line) => {
    const { status, out, err } = await calcar(["score", "hoos-jr", "-"], stdin);
    expect(err).toContain(line);
    expect({ status, out }).toEqual({ status: 2, out: "" });
  });

  it.each([
    [["score"], "score takes an INSTRUMENT"],
    [["score", "koos", "-"], "koos: no such instrument; expected one of"],
    [["score", "hoos", "-", "--form", "x"], "--form x: unknown; hoos has one form only"],
    [["score", "hoos", "-", "--refused", "x.csv"], "--refused goes with --batch"],
    [["score", "hoos", "a", "--batch", "b"], "score takes an INSTRUMENT"],
  ])("refuses %j", async (argv, message) => {
    const { status, err } = await calcar(argv);
    expect(err).toContain(message);
    expect(status).toBe(2);
  });

  it("lists every instrument with version, items, licence and standing", async () => {
    const { instruments } = JSON.parse((await calcar(["score", "--list", "--format", "json"])).out);
    expect(instruments.find(({ id }: { id: string }) => id === "hoos")).toMatchObject({ version: "LK 2.0", items: 40 });
    const { out } = await calcar(["score", "--list"]);
    for (const { id } of instruments) expect(out).toContain(id);
  });
});

describe("score for other systems", () => {
  it("gives the scores as Observations and the instrument as a Questionnaire", async () => {
    const scored = JSON.parse((await calcar(["score", "hoos-jr", "-", "--format", "fhir"], worst)).out);
    expect(scored).toMatchObject({ resourceType: "Bundle", type: "collection" });
    expect(scored.entry[0].resource).toMatchObject({ resourceType: "Observation", valueQuantity: { value: 0 } });
    const asked = JSON.parse((await calcar(["score", "hoos-jr", "--questionnaire"])).out);
    expect(asked).toMatchObject({ resourceType: "Questionnaire", version: "2016" });
    expect(asked.item.map(({ linkId }: { linkId: string }) => linkId)).toEqual(HOOS_JR);
  });

  it("asks for the form where there are several", async () => {
    const { status, err } = await calcar(["score", "womac", "--questionnaire"]);
    expect(err).toContain("--form: womac needs one; expected lk-3.0");
    expect(status).toBe(2);
  });
});

describe("score a batch", () => {
  const csv = (rows: readonly string[]) => `\uFEFFhip,${HOOS_JR.join(",")}\n${rows.map((row) => `${row}\n`).join("")}`;

  it("scores row by row, carries other columns along and reports refused rows", async () => {
    const { status, out, err, written } = await calcar(
      ["score", "hoos-jr", "--batch", "-", "--refused", "refused.csv"],
      csv(["1,0,0,0,0,0,0", '"left, 2",1,1,1,1,1,1', '3,"1,5",0,0,0,0,0', "4,0,0,0,0,0,", "5,0,0"]),
    );
    const [head, ...rows] = out.trim().split("\n");
    expect(head).toBe("hip,interval,interval.answered,interval.imputed,refused,provisional,instrument,version,form,definition");
    expect(rows[0]).toMatch(/^1,100,6,0,,,hoos-jr,2016,,[0-9a-f]{16}$/);
    expect(rows[1]).toMatch(/^"left, 2",70\.426,6,0,,,hoos-jr/);
    expect(rows[2]).toMatch(/^3,,,,"p5: 1,5 has a decimal comma; expected a whole number from 0 to 4, with a decimal point"/);
    expect(rows[3]).toMatch(/^4,,5,0,interval: incomplete\/items-missing \(a14\),,hoos-jr/);
    expect(rows[4]).toMatch(/^5,,,,"row: 3 cells; expected 7, as in the header"/);
    expect(status).toBe(1);
    expect(err).toContain("-: 3 of 5 rows read, 2 refused");
    expect(err).toContain("-:4: p5: 1,5 has a decimal comma");
    expect(written.get("refused.csv")).toBe(
      'line,column,problem,expected\n4,p5,"1,5 has a decimal comma","a whole number from 0 to 4, with a decimal point"\n6,row,3 cells,"7, as in the header"\n',
    );
  });

  it.each([
    ["an empty file", "", "empty; expected a header row"],
    ["a header without an item", "p5,p10,a3,a5,a12\n0,0,0,0,0\n", "no column for a14"],
    ["a code in another case", "P5,p10,a3,a5,a12,a14\n", 'column "P5" is no item; expected p5'],
    ["two columns for one item", "p5,p5,p10,a3,a5,a12,a14\n", "two columns for p5"],
    ["semicolons", "p5;p10;a3;a5;a12;a14\n0;0;0;0;0;0\n", "separated by semicolons"],
    ["a column named like a score", "interval,p5,p10,a3,a5,a12,a14\n", 'column "interval" has the name of a column that is written'],
    ["an open quote", `hip,${HOOS_JR.join(",")}\n"1,0,0,0,0,0,0\n`, "a quote is opened and never closed"],
    ["a quote inside a cell", `hip,${HOOS_JR.join(",")}\n1"2,0,0,0,0,0,0\n`, "a quote stands inside an unquoted cell"],
  ])("refuses %s", async (_, stdin, message) => {
    const { status, err } = await calcar(["score", "hoos-jr", "--batch", "-"], stdin);
    expect(err).toContain(message);
    expect(status).toBe(2);
  });

  it("keeps characters whole wherever the file happens to be cut", async () => {
    const names = ["é", "\u20AC\u20AC\u20AC", "\u{1D11E}\u{1D11E}", "a\u20ACé\u{1D11E}"];
    const { out, status } = await calcar(["score", "hoos-jr", "--batch", "-"], csv(names.map((name) => `${name},0,0,0,0,0,0`)));
    expect(status).toBe(0);
    expect(
      out
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.split(",")[0]),
    ).toEqual(names);
  });

  it("asks for the form of an instrument that has several", async () => {
    const { status, err } = await calcar(["score", "promis-pf-4a", "--batch", "-"], "a,b\n");
    expect(err).toContain("--form: promis-pf-4a needs one; expected v2.0, v1.0");
    expect(status).toBe(2);
  });

  it("gives each row the score it has alone", async () => {
    const answer = fc.constantFrom("", "0", "1", "2", "3", "4");
    const row = fc.tuple(answer, answer, answer, answer, answer, answer);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        const { out } = await calcar(["score", "hoos-jr", "--batch", "-"], csv(rows.map((cells, i) => [i, ...cells].join(","))));
        const lines = out.trim().split("\n").slice(1);
        for (const [i, cells] of rows.entries()) {
          const answers = Object.fromEntries(HOOS_JR.flatMap((code, at) => (cells[at] === "" ? [] : [[code, Number(cells[at])]])));
          const alone = JSON.parse((await calcar(["score", "hoos-jr", "-", "--format", "json"], JSON.stringify(answers))).out);
          expect(lines[i]!.split(",")[1]).toBe(alone.scores.interval === null ? "" : String(alone.scores.interval));
        }
      }),
      { numRuns: 40 },
    );
  });
});
