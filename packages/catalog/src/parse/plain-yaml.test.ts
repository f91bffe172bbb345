import fc from "fast-check";
import { expect, it } from "vitest";
import { parseDocument, stringify } from "yaml";
import { SMALL } from "../small-knowledge.ts";
import { readPlain } from "./plain-yaml.ts";

const library = (text: string) => {
  const document = parseDocument(text, { version: "1.2", schema: "core", uniqueKeys: true, prettyErrors: false });
  const clean = document.errors.length === 0 && document.warnings.length === 0 && !document.directives.yaml.explicit;
  return clean ? { value: document.toJS() as unknown } : undefined;
};

it.each<[string, string, unknown]>([
  ["a map", "a: 1\nb: two words\n", { a: 1, b: "two words" }],
  ["a list at the indent of its key", "a:\n- 1\n- x\nb: true\n", { a: [1, "x"], b: true }],
  ["maps that start on the line of their dash", "- a: 1\n  b: 2\n- a: 3\n", [{ a: 1, b: 2 }, { a: 3 }]],
  ["a plain text over several lines", "a: one\n  two\n\n  three\nb: 1\n", { a: "one two\nthree", b: 1 }],
  ["a quoted text over several lines", 'a: "one: \\"x\\"\n  two"\n', { a: 'one: "x" two' }],
  ["a single-quoted text", "a: 'it''s'\n", { a: "it's" }],
  ["flow maps and lists", 'a: { b: [ 1, -2.5, x y ], "c d": "e, f" }\n', { a: { b: [1, -2.5, "x y"], "c d": "e, f" } }],
  ["a key without a value", "a:\nb: null\n", { a: null, b: null }],
  ["dates and percentages as texts", "a: 2026-11-21\nb: 86%\nc: 3 to 6\n", { a: "2026-11-21", b: "86%", c: "3 to 6" }],
  ["comments on lines of their own", "# head\na:\n  # inner\n  b: 1\n", { a: { b: 1 } }],
])("reads %s", (_, text, value) => expect(readPlain(text)).toEqual({ value }));

it.each([
  ["an anchor", "a: &x 1\n"],
  ["an alias", "a: *x\n"],
  ["a tag", "a: !!str 1\n"],
  ["a block scalar", "a: |\n  text\n"],
  ["a directive", "%YAML 1.1\n---\na: 1\n"],
  ["a second document", "a: 1\n---\nb: 2\n"],
  ["a tab", "a:\t1\n"],
  ["a key twice", "a: 1\na: 2\n"],
  ["a comment after a value", "a: 1 # one\n"],
  ["a colon that could be a key", "a: b: c\n"],
  ["an octal number", "a: 0o17\n"],
  ["a number with an exponent", "a: 1e3\n"],
  ["a byte order mark", "\uFEFFa: 1\n"],
  ["a prototype", "__proto__: 1\n"],
  ["an unclosed quote", 'a: "b\n'],
  ["an unclosed list", "a: [1\n"],
  ["a line out of step", "a:\n    b: 1\n   c: 2\n"],
])("leaves %s to the library", (_, text) => expect(readPlain(text)).toBeUndefined());

const word = fc.string({ unit: fc.constantFrom(..."ab :#-,'\"[]{}&*!|>%@?~.0123456789_é\n"), maxLength: 12 });
const key = fc.stringMatching(/^[A-Za-z][\w.-]{0,8}$/);
const { tree } = fc.letrec((tie) => ({
  leaf: fc.oneof(word, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
  tree: fc.oneof({ maxDepth: 4 }, tie("leaf"), fc.array(tie("tree"), { maxLength: 4 }), fc.dictionary(key, tie("tree"), { maxKeys: 4 })),
}));

it("never reads anything but what the library reads", () => {
  const flows = fc.constantFrom(undefined, true, false);
  fc.assert(
    fc.property(tree, flows, fc.integer({ min: 20, max: 110 }), (value, flow, lineWidth) => {
      const text = stringify(value, { lineWidth, collectionStyle: flow === undefined ? "any" : flow ? "flow" : "block" });
      const ours = readPlain(text);
      if (ours) expect(ours).toEqual(library(text));
    }),
    { numRuns: 1_000 },
  );
});

it("never accepts a damaged file that the library would refuse, and never reads it otherwise", () => {
  const bits = fc.constantFrom(
    " ",
    "\n",
    "\n  ",
    "- ",
    ": ",
    ":",
    " #",
    '"',
    "'",
    "{",
    "}",
    "[",
    "]",
    ",",
    "&a",
    "*a",
    "!",
    "|",
    "---",
    "~",
    "1e3",
    "0x1",
    "a: b",
  );
  const texts = fc.constantFrom(...Object.values(SMALL));
  const cuts = fc.array(fc.tuple(fc.nat(5_000), bits, fc.nat(3)), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(texts, cuts, (text, edits) => {
      const damaged = edits.reduce((all, [at, bit, gone]) => {
        const place = at % (all.length + 1);
        return all.slice(0, place) + bit + all.slice(place + gone);
      }, text);
      const ours = readPlain(damaged);
      if (ours) expect(ours).toEqual(library(damaged));
    }),
    { numRuns: 3_000 },
  );
});
