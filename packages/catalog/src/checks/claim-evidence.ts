import type { At, Finding } from "../parse/finding.ts";
import type { Parsed } from "../parse/parsed.ts";

type OutcomeEntry = Parsed["claimOutcomes"][number];

/** An outcome leads to questions that are asked, by conditions that are named; and every rule's question is led to by one. */
export function checkClaimEvidence({ claimConditions, claimOutcomes, claims, questions }: Parsed): Finding[] {
  const asked = new Set(questions.map(({ value }) => value.id));
  const conditions = new Set(claimConditions.map(({ value }) => value.id));
  const led = new Set(claimOutcomes.flatMap(({ value }) => Object.values(value.questions).flat()));
  return [
    ...claimOutcomes.flatMap((entry) => [...strangeConditions(entry, conditions), ...unasked(entry, asked)]),
    ...claims.flatMap(({ file, value: { question } }) =>
      question === undefined || !asked.has(question) || led.has(question)
        ? []
        : [
            {
              file,
              at: ["question"],
              problem: `question ${question} is in no file of knowledge/claim-outcomes`,
              expected: "a question that an outcome leads to",
            },
          ],
    ),
  ];
}

const strangeConditions = ({ file, value }: OutcomeEntry, conditions: ReadonlySet<string>): Finding[] =>
  Object.keys(value.questions).flatMap((id) =>
    conditions.has(id) ? [] : [{ file, at: ["questions", id], ...unknown("condition", id, "knowledge/claim-conditions") }],
  );

/** Questions named anywhere in an outcome; a case names a condition where nothing is asked. */
function unasked({ file, value }: OutcomeEntry, asked: ReadonlySet<string>): Finding[] {
  const named: { readonly id: string; readonly at: At }[] = [
    ...Object.entries(value.questions).flatMap(([condition, ids]) => ids.map((id, i) => ({ id, at: ["questions", condition, i] }))),
    ...value.cases.flatMap(({ shows }, i) =>
      shows.filter((id) => !id.startsWith("none: ")).map((id) => ({ id, at: ["cases", i, "shows", shows.indexOf(id)] })),
    ),
  ];
  return named.flatMap(({ id, at }) => (asked.has(id) ? [] : [{ file, at, ...unknown("question", id, "knowledge/questions") }]));
}

const unknown = (what: string, id: string, folder: string) => ({
  problem: `${what} ${id} is not in ${folder}`,
  expected: `the id of a file in ${folder}`,
});
