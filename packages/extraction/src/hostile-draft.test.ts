import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readDocument } from "@calcar/catalog";
import { catalog } from "@calcar/catalog/testing";
import fc from "fast-check";
import { expect, it } from "vitest";
import { checkDraft } from "./check-draft.ts";
import { compareDrafts } from "./compare/compare-drafts.ts";
import { knownIn } from "./known.ts";
import { StudyDraft } from "./schema.ts";

const known = knownIn(catalog);
const text = readFileSync(fileURLToPath(new URL("../../../examples/study-draft.yaml", import.meta.url)), "utf8");
const read = readDocument("example", text, StudyDraft);
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const example = read.value;

type Key = string | number;

/** Every place of a draft at which something stands. */
const placesIn = (value: unknown, at: readonly Key[] = []): (readonly Key[])[] =>
  typeof value !== "object" || value === null
    ? [at]
    : [
        ...(at.length > 0 ? [at] : []),
        ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, Array.isArray(value) ? Number(key) : key])),
      ];

function spoiled(value: unknown, [key, ...rest]: readonly Key[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((one, i) => (i === key ? spoiled(one, rest, by) : one));
  return { ...(value as object), [key]: spoiled((value as Record<string, unknown> | undefined)?.[key], rest, by) };
}

const anything = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "-0",
    "1e308",
    "-1e308",
    "1e-320",
    "0.0000001",
    "\u22123",
    "999999999999",
    "NaN",
    "Infinity",
    "0x10",
    "__proto__",
    "constructor",
    "1e3",
  ),
  fc.constantFrom<unknown>(
    undefined,
    0,
    -0,
    -1,
    0.5,
    1e300,
    Number.MAX_SAFE_INTEGER,
    true,
    false,
    [],
    {},
    "source-text",
    "printed",
    "assumed",
  ),
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.double(),
);

it("a draft with one or two things spoiled in it is refused with reasons or written, and never breaks the check", () => {
  const place = fc.constantFrom(...placesIn(example));
  const outcomes = { written: 0, refused: 0 };
  fc.assert(
    fc.property(
      fc.record({ one: place, by: anything, other: fc.option(place, { nil: undefined }), instead: anything }),
      ({ one, by, other, instead }) => {
        const once = spoiled(example, one, by);
        const candidate = StudyDraft.safeParse(other ? spoiled(once, other, instead) : once);
        if (!candidate.success) return;
        const { files, problems } = checkDraft(candidate.data, known);
        expect(files.length > 0).toBe(problems.length === 0);
        outcomes[files.length > 0 ? "written" : "refused"] += 1;
        expect(compareDrafts(candidate.data, candidate.data)).toMatchObject({ ok: true, value: { differences: [] } });
      },
    ),
    { numRuns: 600 },
  );
  expect(outcomes.written).toBeGreaterThan(0);
  expect(outcomes.refused).toBeGreaterThan(0);
}, 60_000);
