import { type AnswerCertainty, effectText, numberText, type Pooled, type QuestionAnswer } from "@calcar/evidence";
import { intervalText } from "./answer-sentence.ts";
import { paragraph, type Section, section, table } from "./report.ts";

const spaced = (word: string): string => word.replaceAll("-", " ");
const whole = (value: number): string => numberText(value, 0);

/** The summary of findings of a controlled question: one line for each risk that a reader may have, in people among 1,000. */
export function findingsSection(answer: QuestionAnswer): Section[] {
  if (answer.kind !== "effect") return [];
  const { outcome, comparison, counted } = answer;
  const columns = [
    "Outcome",
    "Rests on",
    "Relative effect",
    `With ${comparison.comparator}`,
    `With ${comparison.intervention}`,
    "Difference",
    "Certainty",
  ];
  const per1000 = answer.per1000.map(({ whose, without, with: risk, withCi, difference, differenceCi }) => [
    `${outcome}, at the risk of ${whose}`,
    restsOn(answer),
    relative(answer),
    whole(without),
    `${whole(risk)} (${whole(withCi[0])} to ${whole(withCi[1])})`,
    `${whole(difference)} (${whole(differenceCi[0])} to ${whole(differenceCi[1])})`,
    spaced(answer.certainty.level),
  ]);
  const single = [[outcome, restsOn(answer), relative(answer), "", "", "", spaced(answer.certainty.level)]];
  const isOnRisks = per1000.length > 0;
  const rows = isOnRisks ? per1000 : single.map((row) => row.filter((cell) => cell !== ""));
  return section("Summary of findings", [
    table(
      isOnRisks ? `Among 1,000 ${counted}; 95% intervals in brackets` : "95% interval in brackets",
      isOnRisks ? columns : [columns[0]!, columns[1]!, "Effect", columns[6]!],
      rows,
    ),
  ]);
}

const restsOn = ({ k, n, counted }: Pooled): string => `${k} ${k === 1 ? "study" : "studies"}, ${n} ${counted}`;
const relative = ({ measure, estimate, ci }: Pooled): string =>
  `${measure} ${effectText(measure, estimate)} (${intervalText(measure, ci)})`;

/** Certainty by domain, each with its reason; where a person and the computation differ, both. */
export function certaintySection(answer: QuestionAnswer): Section[] {
  if (!("certainty" in answer)) return [];
  const { level, signedBy, domains, upgrades } = answer.certainty;
  return section("Certainty (GRADE)", [
    paragraph(`${capital(spaced(level))}. ${signedBy === null ? "No reviewer has signed this judgement." : `Signed by ${signedBy}.`}`),
    table(
      "By domain",
      ["Domain", "Judgement", "By", "Reason"],
      [
        ...domains.map(domainRow),
        ...upgrades
          .filter(({ judgement }) => judgement !== "none")
          .map(({ upgrade, judgement, by, reason }) => [`upgrade: ${spaced(upgrade)}`, spaced(judgement), by, reason]),
      ],
    ),
  ]);
}

const domainRow = ({ domain, judgement, by, reason, computed, differs }: AnswerCertainty["domains"][number]): string[] => [
  spaced(domain),
  spaced(judgement),
  by,
  differs && by === "person" && computed ? `${reason} Computed: ${spaced(computed.judgement)}. ${computed.reason}` : reason,
];

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
