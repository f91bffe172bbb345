import { isEstablished } from "@calcar/vocabulary";
import type { Outcome, Study } from "../kinds/study.ts";
import type { At, Finding } from "../parse/finding.ts";
import type { Parsed } from "../parse/parsed.ts";

type QuestionEntry = Parsed["questions"][number];
type Cited = { readonly study: string; readonly outcome: string; readonly at: At; readonly key: string };

/** Rows rest on outcomes that exist, are established and may be pooled; one trial family gives one row. */
export function checkQuestions({ questions, studies }: Parsed): Finding[] {
  const byId = new Map(studies.map(({ value }) => [value.id, value]));
  return questions.flatMap((question) => [
    ...question.value.rows.flatMap(({ study }, i) => rowStudy(question, byId.get(study), { study, at: ["rows", i, "study"] })),
    ...citations(question).flatMap((cited) => rowOutcome(question, byId.get(cited.study), cited)),
    ...familiesTwice(question, byId),
  ]);
}

function citations({ value }: QuestionEntry): Cited[] {
  if (value.kind === "change")
    return value.rows.map(({ study, outcome }, i) => ({ study, outcome, at: ["rows", i, "outcome"], key: "outcome" }));
  return value.rows.flatMap(({ study, intervention, comparator }, i) => [
    { study, outcome: intervention, at: ["rows", i, "intervention"], key: "intervention" },
    { study, outcome: comparator, at: ["rows", i, "comparator"], key: "comparator" },
  ]);
}

function rowStudy({ file, value }: QuestionEntry, study: Study | undefined, row: { study: string; at: At }): Finding[] {
  if (!study) return [{ file, at: row.at, problem: `study ${row.study} is not in knowledge/studies`, expected: "the id of a study" }];
  if (study.pooling !== "excluded" || value.kind === "change") return [];
  return [
    { file, at: row.at, problem: `study ${study.id} is excluded from pooling`, expected: "a study whose pooling is admitted or secondary" },
  ];
}

function rowOutcome({ file, value }: QuestionEntry, study: Study | undefined, { outcome: id, at }: Cited): Finding[] {
  if (!study) return [];
  const outcome = study.outcomes.find((candidate) => candidate.id === id);
  if (!outcome) return [{ file, at, problem: `study ${study.id} has no outcome ${id}`, expected: "the id of one of its outcomes" }];
  const wanted: Outcome["type"] = value.kind === "change" ? "change" : "events";
  const findings: Finding[] = [];
  if (outcome.type !== wanted)
    findings.push({ file, at, problem: `outcome ${id} holds ${outcome.type}`, expected: `an outcome of type ${wanted}` });
  if (!isEstablished(outcome.ground.verified))
    findings.push({
      file,
      at,
      problem: `outcome ${id} is ${outcome.ground.verified}`,
      expected: "a number read in a source or a secondary source",
    });
  if (outcome.type === "change" && outcome.nVerified !== undefined && !isEstablished(outcome.nVerified))
    findings.push({
      file,
      at,
      problem: `the number of patients of outcome ${id} is ${outcome.nVerified}`,
      expected: "a number read in a source",
    });
  return findings;
}

function familiesTwice({ file, value }: QuestionEntry, byId: ReadonlyMap<string, Study>): Finding[] {
  if (value.kind === "change") return [];
  const seen = new Map<string, string>();
  return value.rows.flatMap(({ study }, i) => {
    const family = byId.get(study)?.trialFamily ?? study;
    const before = seen.get(family);
    seen.set(family, study);
    const at = ["rows", i, "study"];
    return before === undefined
      ? []
      : [{ file, at, problem: `${study} reports the same trial as ${before}`, expected: "one row for each trial family" }];
  });
}
