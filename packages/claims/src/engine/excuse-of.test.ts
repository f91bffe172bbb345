import { expect, it } from "vitest";
import { pageOfText } from "../page/page-of-text.ts";
import { lint } from "./lint.ts";
import { smallClaims } from "./small-claims.ts";

const knowledge = smallClaims({
  words: { "sets-aside": ["that aside"] },
  cues: [{ id: "uncontrolled", excuse: "limits", reach: "passage", en: ["uncontrolled"] }],
  rules: [{ id: "works", kind: "phrase", excusedBy: ["limits"], patterns: ["relieve/v pain"] }],
});

it.each([
  ["The series was uncontrolled. They relieve pain.", false],
  ["The series was uncontrolled. That aside, they relieve pain.", true],
  ["That aside, they relieve pain. The series was uncontrolled.", false],
])("counts the limits named beside a claim unless it sets them aside: %s", (text, expected) =>
  expect(lint(pageOfText(text), knowledge).length > 0).toBe(expected),
);
