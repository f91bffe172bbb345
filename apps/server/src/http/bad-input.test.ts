import { expect, it } from "vitest";
import { z } from "zod";
import { problemsOf } from "./bad-input.ts";

const Form = z.strictObject({
  name: z.string().min(3).max(5),
  side: z.enum(["left", "right"]),
  day: z.iso.date(),
  id: z.uuid(),
  facts: z.record(z.string(), z.number()).optional(),
  list: z.array(z.string()).max(1).optional(),
});

it("names each place, what is wrong there and what was expected", () => {
  const read = Form.safeParse(
    { name: "ab", side: "both", day: "21.11.2026", facts: { "patient.bmi": "27" }, list: ["a", "b"], extra: 1 },
    { reportInput: true },
  );
  expect(problemsOf("body", read.error!.issues)).toEqual(
    expect.arrayContaining([
      { place: "body.name", problem: "is not valid", expected: "at least 3 characters" },
      { place: "body.side", problem: "is not valid", expected: "one of left, right" },
      { place: "body.day", problem: "is not valid", expected: "a calendar day, YYYY-MM-DD" },
      { place: "body.id", problem: "is missing", expected: "string" },
      { place: "body.facts.patient.bmi", problem: "has the wrong type", expected: "number" },
      { place: "body.list", problem: "is not valid", expected: "at most 1 entries" },
      { place: "body.extra", problem: "is not known here", expected: "no such field" },
    ]),
  );
});
