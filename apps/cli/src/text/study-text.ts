import type { StudyPage } from "@calcar/evidence";
import { isEstablished, type Verified } from "@calcar/vocabulary";
import { wrap } from "./wrap.ts";

type Study = StudyPage["study"];
type Outcome = Study["outcomes"][number];
type Assessment = NonNullable<StudyPage["riskOfBias"]>["assessments"][number];
type Moment = { readonly mean: number; readonly sd?: number | undefined };

/** One study for a terminal: who, with what, every number with its source and grade, and what to beware of. */
export function studyText({ study, sources, questions, near, sameTrial, riskOfBias, knowledge }: StudyPage): string {
  return [
    wrap(`${study.title} (${study.year ?? "year not stated"})`),
    `${study.id}; ${study.design}; ${study.condition}${study.stage ? `, ${study.stage}` : ""}`,
    wrap(
      `${treated(study)}; follow-up ${study.followUpMonths === undefined ? "not stated" : `${study.followUpMonths} months`}; pooling: ${study.pooling}${study.poolingNote ? ` (${study.poolingNote})` : ""}`,
    ),
    ...(sameTrial.length === 0 ? [] : [`Reports the same trial as ${sameTrial.join(", ")}; a pool takes one of them.`]),
    ...section("Arms", study.arms.map(arm)),
    ...section("Outcomes", study.outcomes.map(outcome)),
    ...section("Adverse events", study.adverseEvents ? [adverseEvents(study.adverseEvents)] : []),
    ...section("Errors found in the literature", (study.discrepancies ?? []).map(discrepancy)),
    ...section(
      "Risk of bias",
      riskOfBias ? riskOfBias.assessments.flatMap((one) => assessment(one, riskOfBias.signedBy)) : ["not assessed"],
    ),
    ...section("Limits", study.limitations),
    ...section(
      "Sources",
      Object.values(sources).map(
        ({ id, title, year, doi, url, read }) =>
          `${id}: ${title}${year ? `, ${year}` : ""}${doi ? `, doi ${doi}` : ""}${url ? `, ${url}` : ""}${read ? ` (read: ${read})` : ""}`,
      ),
    ),
    ...section(
      "Came near, and is not in",
      near.map(({ id, reasons }) => `${id}: ${reasons.map(({ says }) => says).join("; ")}`),
    ),
    "",
    wrap(questions.length > 0 ? `Used in ${questions.join(", ")}.` : "Used in no question on file."),
    `Weakest grade of the study: ${study.verified}${mark(study.verified)}. Last checked ${study.stillValidOn}. Knowledge ${knowledge}.`,
    "",
  ].join("\n");
}

/** What nobody has read in a source says so wherever it stands. */
const mark = (verified: Verified): string => (isEstablished(verified) ? "" : ` [${verified}: NOT ESTABLISHED]`);

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", title, ...lines.map((line) => `- ${wrap(line, "  ")}`)];

const units = (hips: number | undefined, patients: number | undefined): string =>
  [hips === undefined ? undefined : `${hips} hips`, patients === undefined ? undefined : `${patients} patients`]
    .filter((part) => part !== undefined)
    .join(", ") || "number not stated";

const treated = (study: Study): string => units(study.hips, study.patients);

const arm = ({ name, role, product, route, hips, patients, note }: Study["arms"][number]): string =>
  `${name} (${role}): ${units(hips, patients)}; ${[product.cells, product.cellSource, product.processing, product.dose, route].filter((part) => part !== undefined).join(", ")}${note ? `. ${note}` : ""}`;

function outcome(stated: Outcome): string {
  const { name, arm: of, group, months, timepoint, instrument, ground, derivation, note } = stated;
  const place = [instrument, of, group, months === undefined ? timepoint : `${months} months`]
    .filter((part) => part !== undefined)
    .join(", ");
  const source = `source ${ground.source}${ground.at ? `, ${ground.at}` : ""}, ${ground.verified}${mark(ground.verified)}`;
  return `${name}${place ? ` (${place})` : ""}: ${numbers(stated)}. ${source}${derivation ? `. Derived: ${derivation}` : ""}${note ? `. ${note}` : ""}`;
}

function numbers(stated: Outcome): string {
  switch (stated.type) {
    case "events":
      return `${stated.events} of ${stated.total}${stated.unit ? ` ${stated.unit}` : ""}`;
    case "change":
      return changeNumbers(stated);
    case "value":
      return `mean ${moment(stated)}${stated.dispersionType === "unclear" ? `, printed spread ${stated.dispersion} of unclear kind` : ""}, n ${stated.n ?? "not stated"}`;
    case "reported":
      return reportedNumbers(stated);
  }
}

function changeNumbers({ baseline, followUp, change, n }: Extract<Outcome, { type: "change" }>): string {
  const parts = [baseline && `before ${moment(baseline)}`, followUp && `after ${moment(followUp)}`, change && `change ${moment(change)}`];
  return `${parts.filter((part) => part !== undefined).join(", ") || "no mean printed"}, n ${n ?? "not stated"} (no control group: a change, not an effect)`;
}

function reportedNumbers({ measure, value, interval, finding, unit, n }: Extract<Outcome, { type: "reported" }>): string {
  const printed =
    value === undefined
      ? undefined
      : `${measure} ${[value].flat().join(" and ")}${unit ? ` ${unit}` : ""}${interval ? ` (${interval[0]} to ${interval[1]})` : ""}`;
  return `${[printed, finding].filter((part) => part !== undefined).join("; ") || "no number printed"}${n === undefined ? "" : `, n ${n}`}`;
}

const moment = ({ mean, sd }: Moment): string => `${mean}${sd === undefined ? " (SD not stated)" : ` (SD ${sd})`}`;

function adverseEvents({ summary, events, n, serious, seriousRelated, ground }: NonNullable<Study["adverseEvents"]>): string {
  const of = n === undefined ? "number followed not stated" : `of ${n}`;
  const counts = [
    events === undefined ? undefined : `${events} events ${of}`,
    serious === undefined ? undefined : `${serious} serious of any cause`,
    seriousRelated === undefined ? undefined : `${seriousRelated} serious laid to the procedure`,
  ].filter((part) => part !== undefined);
  return `${summary}${counts.length > 0 ? ` (${counts.join(", ")})` : ""}. Source ${ground.source}, ${ground.verified}${mark(ground.verified)}`;
}

function discrepancy({ issue, foundIn, says, sourceSays, note, verified }: NonNullable<Study["discrepancies"]>[number]): string {
  const parts = [
    `${issue}${foundIn === undefined ? "" : ` in ${foundIn}`}${mark(verified)}`,
    ...(says === undefined ? [] : [`says: ${says}`]),
    ...(sourceSays === undefined ? [] : [`the source: ${sourceSays}`]),
    ...(note === undefined ? [] : [note]),
  ];
  return parts.map((part) => part.replace(/\.$/, "")).join(". ");
}

/** One assessment: the tool, the outcome, each domain with its reason, and that nobody has signed it. */
const assessment = ({ tool, of, domains, overall }: Assessment, signedBy: string | undefined): string[] => [
  `${tool === "rob2" ? "RoB 2" : "ROBINS-I"}, ${of === "all" ? "all outcomes" : of.join(", ")}: ${overall.judgement} overall (${signedBy ?? "signed by no reviewer"}). ${overall.reason}`,
  ...domains.map(({ domain, judgement, reason }) => `  ${domain}: ${judgement}. ${reason}`),
];
