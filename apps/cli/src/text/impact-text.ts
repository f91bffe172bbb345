import { type Impact, type Leaning, type MovedQuestion, numberText } from "@calcar/evidence";
import { wrap } from "./wrap.ts";

type Estimate = NonNullable<MovedQuestion["with"]>;

/** Everything that moves when a study changes, the numbers first. */
export function impactText(impact: Impact): string {
  const { study, questions, otherReports } = impact;
  return `${[
    `If ${study} changes:`,
    "",
    "Questions and their estimates",
    ...(questions.length === 0 ? ["- none holds it"] : questions.flatMap(question)),
    ...section("Pathways that show them", impact.pathways),
    ...section("Answers", impact.answers),
    ...section("Criteria", impact.criteria),
    ...section("Guideline positions", impact.positions),
    ...section("Disagreements", impact.disagreements),
    ...section("Claim rules", impact.claims),
    ...section("Registered trials", impact.trials),
    ...(otherReports.length > 0 ? ["", `Other reports of the same trial: ${otherReports.join(", ")}`] : []),
  ].join("\n")}\n`;
}

function question({ id, asks, with: whole, without, refused }: MovedQuestion): string[] {
  return [
    `- ${id}: ${wrap(asks, "  ")}`,
    `    with it:    ${whole === null ? "no answer" : estimate(whole)}`,
    `    without it: ${without === null ? `no answer (${refused})` : estimate(without)}`,
  ];
}

function estimate({ measure, k, n, estimate: value, ci, certainty }: Estimate): string {
  const studies = `${k} ${k === 1 ? "study" : "studies"}${n === null ? "" : `, n ${n}`}`;
  if (value === null || ci === null) return `${studies}; ${measure === "change" ? "a change, never pooled" : "not pooled"}`;
  return `${measure} ${numberText(value, 3)} (${ci.map((limit) => numberText(limit, 3)).join(" to ")}); ${studies}; certainty ${certainty ?? "not judged"}`;
}

const section = (title: string, leaning: readonly Leaning[]): string[] => [
  "",
  title,
  ...(leaning.length === 0 ? ["- none"] : leaning.map(({ id, says, through }) => `- ${wrap(`${id}: ${says} (${through})`, "  ")}`)),
];
