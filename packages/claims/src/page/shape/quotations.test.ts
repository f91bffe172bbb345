import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quotationsOf } from "./quotations.ts";

const quoted = (text: string): string[] =>
  quotationsOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

describe("quotations", () => {
  it.each([
    ['He called it a "cure" and a "miracle".', ['"cure"', '"miracle"']],
    ["He called it a “cure” at once.", ["“cure”"]],
    ["Lo llamó «cura» y nada más.", ["«cura»"]],
    ["He called it a 'cure' at once.", ["'cure'"]],
    ["He called it a ‘cure’ at once.", ["‘cure’"]],
    ["The patient's hip and the surgeons' view don't differ.", []],
    ["The patient’s hip and the surgeons’ view don’t differ.", []],
    ["They ask, \"Is it 'safe' now?\" and wait.", ["\"Is it 'safe' now?\""]],
    ['Mixed “marks" are read too.', ['“marks"']],
    ['A 5" needle is no quotation.', []],
    ["Back in the '90s it wasn't 'new'.", ["'new'"]],
    ['"It changed my life.', ['"It changed my life.']],
    ['She said "and never closed it.', []],
    ['"One." "Two."', ['"One."', '"Two."']],
    ['("quoted") [“quoted”]', ['"quoted"', "“quoted”"]],
    ["It is *‘safe’*, they say.", ["‘safe’"]],
    ['No "risk", no "harm"', ['"risk"', '"harm"']],
    ["„Heilung“ steht da, und „mehr” auch.", ["„Heilung“", "„mehr”"]],
  ])("finds in %s", (text, wanted) => expect(quoted(text)).toEqual(wanted));

  it("looks only within its block", () => {
    const text = '"a" "b" "c"';
    expect(quotationsOf(text, { start: 4, end: 7 })).toEqual([{ start: 4, end: 7 }]);
  });

  it("never lets quotations overlap or leave the block", () => {
    const parts = fc.constantFrom('"', "“", "”", "'", "’", "‘", "«", "»", " ", "a", ".", "s");
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        let from = 0;
        for (const { start, end } of quotationsOf(text, { start: 0, end: text.length })) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          from = end;
        }
        expect(from).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
