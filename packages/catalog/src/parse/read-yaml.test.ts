import { expect, it } from "vitest";
import { LONGEST_FILE, readYaml } from "./read-yaml.ts";

const faults = (text: string) =>
  readYaml("a.yaml", text).findings.map(({ line, problem, expected }) => `${line}: ${problem}; expected ${expected}`);

it("reads what only the library reads", () =>
  expect(readYaml("a.yaml", "a: 1 # one\nb: |\n  two\n")).toEqual({ value: { a: 1, b: "two\n" }, findings: [] }));

it.each([
  ["a byte order mark", "\uFEFFa: 1\n", "1: starts with a byte order mark; expected plain UTF-8 without one"],
  ["an empty file", "  \n", "1: is empty; expected one YAML document"],
  ["a huge file", "a".repeat(LONGEST_FILE + 1), "1: has 1000001 characters; expected at most 1000000: one concept in a file"],
  [
    "an unclosed quote",
    'a: 1\nb: "x\n',
    '2: is not readable YAML: Missing closing "quote; expected the mark that closes what was opened here',
  ],
  ["a key twice", "a: 1\nb: 2\na: 3\n", "3: is not readable YAML: Map keys must be unique; expected each key once"],
  ["a tab", "a:\n\tb: 1\n", "2: is not readable YAML: Tabs are not allowed as indentation; expected spaces"],
  [
    "a colon in a bare text",
    "a: one: two\n",
    '1: is not readable YAML: Nested mappings are not allowed in compact mappings; expected quotes around a text that holds ": "',
  ],
  ["a tag", "a: !date 2026-11-21\n", "1: is not readable YAML: Unresolved tag: !date; expected a value without a tag"],
  [
    "two documents",
    "a: 1\n---\nb: 2\n",
    "2: is not readable YAML: Source contains multiple documents; please use YAML.parseAllDocuments(); expected one document in a file",
  ],
  ["another version of YAML", "%YAML 1.1\n---\na: yes\n", "1: carries a %YAML directive; expected no directive: every file is YAML 1.2"],
])("refuses %s with its line", (_, text, fault) => expect(faults(text)).toEqual([fault]));

it("refuses anchors and aliases where they stand, and never unfolds a bomb of them", () => {
  const levels = Array.from({ length: 30 }, (_, i) => `l${i + 1}: &l${i + 1} [*l${i}, *l${i}]`);
  const bomb = ["l0: &l0 [x]", ...levels].join("\n");
  expect(faults(bomb).slice(0, 2)).toEqual([
    "1: uses the anchor &l0; expected every value written out where it stands",
    "2: uses the anchor &l1; expected every value written out where it stands",
  ]);
});

it("survives a file that nests without end", () => expect(faults("[".repeat(200_000))).toHaveLength(1));
