import type { Catalog } from "@calcar/catalog";
import { staleLine } from "@calcar/evidence";
import { type Evaluation, factsById, type Recommendation } from "@calcar/guidance";
import { isEstablished } from "@calcar/vocabulary";
import { wrap } from "./wrap.ts";

type Reason = Recommendation["reasons"][number];

/** What every answer carries, wherever it is shown. */
export const INTENDED_USE = "Calcar supports a clinician's judgement and shows its basis. It is not a substitute for that judgement.";

/**
 * A recommendation for a clinician's terminal: the answer first, then why, then what is open, then what others say.
 *
 * @param today YYYY-MM-DD: evidence that was searched too long ago is called stale on that day
 */
export function recommendationText(catalog: Catalog, evaluation: Evaluation, recommendation: Recommendation, today: string): string {
  const words = labels(catalog);
  const { answer, pathway, sentence, meaning, reasons, warnings, missing, wouldChange, positions, evidence, nextSteps } = recommendation;
  const title = catalog.pathways.get(pathway)?.title.en ?? pathway;
  const fact = (id: string) =>
    `${words.fact(id)}${evaluation.facts[id] === undefined ? " (not recorded)" : `: ${words.value(id, evaluation.facts[id])}`}`;
  const reason = (given: Reason) => [
    `${given.says}`,
    ...(given.because.length > 0 && given.because.length <= 4 ? [`  from ${given.because.map(fact).join("; ")}`] : []),
    `  source: ${given.grounds.map(({ source, verified }) => (isEstablished(verified) ? source : `${source} (${verified}: not established)`)).join(", ")}`,
    ...(given.projectDefault ? [`  our own default: ${given.projectDefault}`] : []),
  ];

  return [
    wrap(sentence),
    wrap(meaning),
    "",
    `${title}; ${recommendation.side} hip; ${recommendation.asOf}; answer: ${answer}`,
    ...section("Why", reasons.map(reason)),
    ...section("Warnings", warnings.map(reason)),
    ...section(
      "Missing, and what it could change",
      missing.map((open) => [`${words.fact(open.fact)}: ${open.couldChangeTo.join(", ") || "nothing by itself"}`]),
    ),
    ...section("What would change the answer", changesByAnswer(wouldChange, words)),
    ...section(
      "What guidelines say, newest first",
      positions.map((said) => [
        `${said.organisation} ${said.year ?? "(undated)"}, ${said.intervention}: ${said.direction}${said.strength ? `, ${said.strength}` : ""}${said.standing ? `; since then ${said.standing.is} by ${said.standing.by}` : ""}`,
        `  ${said.says}`,
        ...(said.disagreesWith.length > 0 ? [`  disagrees with ${said.disagreesWith.join(", ")}`] : []),
      ]),
    ),
    ...section(
      "Evidence",
      evidence.map((line) => [
        `${line.asks}`,
        `  ${evidenceNumbers(line)}`,
        `  last searched ${line.lastSearched}`,
        ...staleLine(catalog, line.question, today).trimEnd().split("\n").filter(Boolean),
      ]),
    ),
    ...section(
      "Next",
      nextSteps.map((step) => [step]),
    ),
    "",
    INTENDED_USE,
    `Knowledge ${recommendation.knowledge}.`,
    "",
  ].join("\n");
}

/** One entry for each other answer; under it each fact once, with every value that leads there. */
function changesByAnswer(changes: Recommendation["wouldChange"], words: Words): string[][] {
  return [...Map.groupBy(changes, ({ answer }) => answer)].map(([answer, leading]) => [
    `${answer}, if`,
    ...[...Map.groupBy(leading, ({ fact }) => fact)].map(([fact, values]) => {
      const to = values.map((change) => words.value(fact, change.to)).join(" or ");
      return `${words.fact(fact)} were ${to} (recorded: ${words.value(fact, values[0]!.from)})`;
    }),
  ]);
}

function evidenceNumbers({ question, kind, measure, estimate, ci, k, n, certainty }: Recommendation["evidence"][number]): string {
  const counted = `${k} ${k === 1 ? "study" : "studies"}, ${n === undefined ? "number treated not fully reported" : `n = ${n}`}, certainty ${certainty ?? "not judged"}`;
  if (kind === "nothing-direct") return `${question}: no study answers it`;
  if (kind === "proportion") return `${question}: how often, without a control group; ${counted}`;
  if (kind === "change" || estimate === undefined || !ci) return `${question}: change without a control group, not an effect; ${counted}`;
  return `${question}: ${measure} ${estimate.toFixed(3)} (95% interval ${ci[0].toFixed(3)} to ${ci[1].toFixed(3)}); ${counted}`;
}

function section(title: string, entries: readonly (readonly string[])[]): string[] {
  if (entries.length === 0) return [];
  return [
    "",
    title,
    ...entries.flatMap(([first, ...rest]) => [`- ${wrap(first!, "  ")}`, ...rest.map((line) => `  ${wrap(line.trim(), "    ")}`)]),
  ];
}

type Words = ReturnType<typeof labels>;

function labels(catalog: Catalog) {
  const facts = factsById(catalog);
  return {
    fact: (id: string) => facts.get(id)?.label.en ?? id,
    value: (id: string, value: string | number | boolean) => {
      const fact = facts.get(id);
      if (typeof value === "boolean") return value ? "yes" : "no";
      if (fact?.type === "code") return fact.values.find(({ code }) => code === value)?.label.en ?? String(value);
      return fact && "unit" in fact && fact.unit ? `${value} ${fact.unit}` : String(value);
    },
  };
}
