import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { calcar } from "../testing.ts";

it("writes the arms as CSV that another reader opens, the counts of the worked set PS3 in it", async () => {
  const { status, out, err } = await calcar(["pool", "PS3", "--format", "csv"]);
  expect([status, err]).toEqual([0, ""]);
  expect(out.split("\r\n").at(-1)).toBe("");
  const rows: Record<string, string>[] = parse(out, { columns: true });
  expect(rows.map(({ role, events, total }) => `${role} ${events}/${total}`)).toEqual([
    "intervention 15/23",
    "comparator 15/23",
    "intervention 30/125",
    "comparator 95/125",
    "intervention 6/25",
    "comparator 4/29",
  ]);
  expect(rows[0]).toMatchObject({ study: "hauzeur-2018", verified: "source-text", source: "hauzeur-2018", at: "abstract", mean: "" });
});

it.each(["onfh-early-hhs", "hip-oa-pain-change", "hip-oa-adverse-events"])("writes a row for each arm of %s", async (question) => {
  const { out } = await calcar(["pool", question, "--format", "csv"]);
  const rows: Record<string, string>[] = parse(out, { columns: true });
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row.question).toBe(question);
});

it("says that there are no rows where no study answers", async () => {
  const { status, out, err } = await calcar(["pool", "hip-oa-intravenous", "--format", "csv"]);
  expect([status, out.split("\r\n").length, err]).toEqual([0, 2, "calcar: no study answers hip-oa-intravenous: the table has no rows\n"]);
});

it("writes FHIR R5 of exactly the answer that was asked for", async () => {
  const { status, out } = await calcar(["pool", "PS3", "--format", "fhir", "--without", "hernigou-2018"]);
  expect(status).toBe(0);
  const bundle = JSON.parse(out);
  expect(bundle).toMatchObject({ resourceType: "Bundle", type: "collection" });
  const [{ fullUrl, resource }] = bundle.entry;
  expect(fullUrl).toBe("urn:calcar:evidence:PS3:without-hernigou-2018");
  expect(resource.statistic[0].quantity.value).toBeCloseTo(1.0683, 4); // the worked set PS3b: the same two trials
});

it("refuses a format it does not know", async () => {
  const { status, err } = await calcar(["pool", "PS3", "--format", "xml"]);
  expect([status, err]).toEqual([2, "calcar: --format xml: unknown; expected text, json, csv, fhir\n"]);
});
