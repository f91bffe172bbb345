import type { Problem } from "@calcar/vocabulary";
import type { z } from "zod";

/** What came in cannot be used. Thrown where the framework asks for an error; answered with every problem named. */
export class BadInput extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super("what was sent cannot be used");
    this.problems = problems;
  }
}

type Issue = z.core.$ZodIssue;

/** Every place in what was sent that its schema refuses. `part` is where it came in: body, query, params. */
export const problemsOf = (part: string, issues: readonly Issue[]): Problem[] => issues.flatMap((issue) => problemsOfIssue(part, issue));

function problemsOfIssue(part: string, issue: Issue): Problem[] {
  const place = [part, ...issue.path.map(String)].join(".");
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ place: `${place}.${key}`, problem: "is not known here", expected: "no such field" }));
  if (issue.code === "invalid_type")
    return [{ place, problem: issue.input === undefined ? "is missing" : "has the wrong type", expected: issue.expected }];
  return [{ place, problem: "is not valid", expected: expectedBy(issue) }];
}

const FORMAT: Readonly<Record<string, string>> = {
  uuid: "a UUID",
  email: "an e-mail address",
  date: "a calendar day, YYYY-MM-DD",
  datetime: "an instant, YYYY-MM-DDThh:mm:ssZ",
};

function expectedBy(issue: Issue): string {
  if (issue.code === "invalid_value") return `one of ${issue.values.join(", ")}`;
  if (issue.code === "invalid_format") return FORMAT[issue.format] ?? issue.message;
  if (issue.code === "too_small") return `at least ${issue.minimum}${unitOf(issue.origin)}`;
  if (issue.code === "too_big") return `at most ${issue.maximum}${unitOf(issue.origin)}`;
  return issue.message;
}

const unitOf = (origin: string) => (origin === "string" ? " characters" : origin === "array" ? " entries" : "");
