import { expect, it } from "vitest";
import { pageOfText } from "../page/page-of-text.ts";
import { lint } from "./lint.ts";
import { smallClaims } from "./small-claims.ts";

const knowledge = smallClaims({
  words: {
    treatment: ["stem cell/n"],
    "other-care": ["drug/n", "surgery"],
    "no-actor": ["drug free"],
    pronouns: ["it", "they"],
    comparing: ["no", "not"],
  },
  rules: [{ id: "works", kind: "phrase", excusedBy: ["other-subject"], patterns: ["relieve/v pain"] }],
});
const isFound = (text: string) => lint(pageOfText(text), knowledge).length > 0;

it.each([
  ["Stem cells relieve pain.", true],
  ["Drugs relieve pain.", false],
  ["The drug-free way relieves pain.", true],
  ["Drugs are cheap. They relieve pain.", false],
  ["Stem cells are dear. They relieve pain.", true],
  ["Stem cells are drug-free. They relieve pain.", true],
  ["Surgery is dear. Stem cells are not. They relieve pain.", true],
  ["Surgery is old: nine of ten say that it relieved pain.", false],
  ["Surgery is old: with stem cells too, nine of ten say that it relieved pain.", true],
  ["If it is not, surgery will relieve pain.", false],
  ["It is not surgery that will relieve pain.", true],
  ["# 2. Surgery\n\nBenefit: nine of ten say that it relieved pain.", false],
  ["# Stem cells\n\nBenefit: nine of ten say that it relieved pain.", true],
  ["# Stem cells or surgery\n\nBenefit: nine of ten say that it relieved pain.", true],
  ["# What surgery will not do\n\nBenefit: nine of ten say that it relieved pain.", true],
])("tells who does what: %s", (text, expected) => expect(isFound(text)).toBe(expected));

it.each([
  ["Surgery", "Will relieve pain in half", false],
  ["Stem cells", "Will relieve pain in half", true],
  ["Year", "Will relieve pain in half", true],
  ["Surgery", "Stem cells relieve pain", true],
])("reads a row as speaking of what its first cell names: %s, %s", (first, second, expected) => {
  const table = `<table><tr><th>What</th><th>Result</th></tr><tr><td>${first}</td><td>${second}</td></tr></table>`;
  expect(lint(pageOfText(table, "html"), knowledge).length > 0).toBe(expected);
});
