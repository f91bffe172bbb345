import { type Assessment, ROB2_DOMAINS, ROB2_JUDGEMENTS, ROBINS_I_DOMAINS, ROBINS_I_JUDGEMENTS } from "../kinds/risk-of-bias.ts";
import type { Study } from "../kinds/study.ts";
import type { At, Finding } from "../parse/finding.ts";
import type { Parsed } from "../parse/parsed.ts";

type Fault = Omit<Finding, "file">;

/** An assessment is of a study on file, fits its design, judges each domain once, and is overall no better than its worst domain. */
export function checkRiskOfBias({ riskOfBias, studies }: Parsed): Finding[] {
  const byId = new Map(studies.map(({ value }) => [value.id, value]));
  return riskOfBias.flatMap(({ file, value }) => {
    const study = byId.get(value.id);
    if (!study) return [{ file, at: ["id"], problem: `study ${value.id} is not in knowledge/studies`, expected: "the id of a study" }];
    return value.assessments.flatMap((assessment, i) =>
      faults(assessment, study).map(({ at, ...fault }) => ({ file, at: ["assessments", i, ...at], ...fault })),
    );
  });
}

const faults = (assessment: Assessment, study: Study): Fault[] => [
  ...wrongTool(assessment, study),
  ...notOnce(assessment),
  ...tooGood(assessment),
  ...unknownOutcomes(assessment, study),
];

function wrongTool({ tool }: Assessment, { designClass }: Study): Fault[] {
  const expected = designClass === "randomised" ? "rob2" : "robins-i";
  return tool === expected ? [] : [{ at: ["tool"], problem: `${tool} on a study whose design is ${designClass}`, expected }];
}

function notOnce({ tool, domains }: Assessment): Fault[] {
  const wanted: readonly string[] = tool === "rob2" ? ROB2_DOMAINS : ROBINS_I_DOMAINS;
  const named: readonly string[] = domains.map(({ domain }) => domain);
  const wrong = wanted.filter((domain) => named.filter((name) => name === domain).length !== 1);
  return wrong.map((domain) => ({
    at: ["domains"],
    problem: `${domain} is not judged once`,
    expected: `each of ${wanted.join(", ")}, once`,
  }));
}

/** The scales run from best to worst, and what is unknown is not among the best. */
function tooGood({ tool, domains, overall }: Assessment): Fault[] {
  const scale: readonly string[] = tool === "rob2" ? ROB2_JUDGEMENTS : ROBINS_I_JUDGEMENTS;
  const known = domains.map(({ judgement }) => scale.indexOf(judgement)).filter((rank) => rank < scale.length - 1);
  const worst = Math.max(...known, -1);
  const isBetter = scale.indexOf(overall.judgement) < worst || (overall.judgement === "low" && known.length < domains.length);
  const expected = `at best ${worst < 0 ? "no-information" : scale[Math.max(worst, 0)]}, and never low while a domain is unknown`;
  return isBetter ? [{ at: ["overall", "judgement"], problem: `${overall.judgement} is better than its worst domain`, expected }] : [];
}

function unknownOutcomes({ of }: Assessment, { outcomes, adverseEvents }: Study): Fault[] {
  if (of === "all") return [];
  const known = outcomes.flatMap((outcome) => [
    ...(outcome.type === "events" ? [outcome.event] : []),
    ...(outcome.instrumentId ? [outcome.instrumentId] : []),
  ]);
  const all = new Set([...known, ...(adverseEvents ? ["adverse-event", "serious-adverse-event"] : [])]);
  return of.flatMap((word, i) =>
    all.has(word)
      ? []
      : [{ at: ["of", i] satisfies At, problem: `the study has no outcome ${word}`, expected: `one of ${[...all].join(", ")}` }],
  );
}
