import { describe, expect, it } from "vitest";
import { instrumentEntry, tableDigest } from "./instrument-entry.ts";
import type { Instrument } from "./kinds/instrument.ts";
import { catalog } from "./testing.ts";

const { definition, parentItems: _, vectors: __, thresholds: ___, cautions: ____, ...rest } = catalog.instruments.get("hoos-jr")!;
const jr = rest as Instrument;
const digestOf = (instrument: Instrument) =>
  instrumentEntry(instrument, { parent: undefined, vectors: [], thresholds: undefined }).definition;

describe("the digest of a definition", () => {
  it("is the same for the same computation, in whatever order the keys stand", () => {
    expect(digestOf(jr)).toBe(definition);
    expect(digestOf(Object.fromEntries(Object.entries(jr).toReversed()) as Instrument)).toBe(definition);
  });

  it("does not move with names, licence, sources, notes or the decimals shown", () => {
    const [subscale] = jr.subscales;
    const renamed = { ...jr, name: "x", notes: [], grounds: [], licence: { ...jr.licence, status: "free" as const } };
    expect(digestOf({ ...renamed, subscales: [{ ...subscale!, name: { en: "x" }, decimals: 0 }] })).toBe(definition);
  });

  it.each<[string, Partial<Instrument>]>([
    ["the version", { version: "2017" }],
    ["an item", { items: [{ ...jr.items[0]!, codes: ["p5", "p10", "a3", "a5", "a12", "a15"] }] }],
    ["the rule for gaps", { subscales: [{ ...jr.subscales[0]!, missing: { kind: "mean-of-answered", atLeast: 5 } }] }],
    ["the table", { tables: [{ ...jr.tables![0]!, digest: "0".repeat(16) }] }],
    ["the range", { subscales: [{ ...jr.subscales[0]!, range: [0, 101] }] }],
    ["two marks", { twoMarks: undefined }],
  ])("moves with %s", (_, change) => expect(digestOf({ ...jr, ...change })).not.toBe(definition));
});

it("gives a table the digest that stands in its file, and another one to any other row", () => {
  const { rows, digest } = jr.tables![0]!;
  expect(tableDigest(rows)).toBe(digest);
  expect(tableDigest(rows.with(1, [1, 93.239]))).not.toBe(digest);
});

it("puts beside an instrument what lies beside its definition, and the items of the whole it is part of", () => {
  const entry = catalog.instruments.get("hoos-jr")!;
  expect([entry.vectors.length, entry.thresholds.length, entry.parentItems.flatMap(({ codes }) => codes).length]).toEqual([10, 4, 40]);
  expect(catalog.instruments.get("ohs")!.cautions).toHaveLength(1);
});
