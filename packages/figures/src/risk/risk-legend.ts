import type { StudyRiskOfBias } from "@calcar/evidence";
import type { Label } from "../svg/label.ts";
import { moved, stack } from "../svg/standalone.ts";
import { textWidth } from "../svg/text-width.ts";
import { fill, type Words } from "../words.ts";
import { type Judgement, judgementsOf, LIGHTS } from "./light.ts";
import { domainText } from "./risk-text.ts";

const SIZE = 12;
const SIGN = 20; // from the left edge of a sign to its word
const GAP = 18;
const LINE = 22;

/** What the lights mean: a sign for each judgement that occurs, and what each place in the row judges. */
export interface RiskLegend {
  readonly labels: readonly Label[];
  readonly signs: readonly { readonly judgement: Judgement; readonly x: number; readonly y: number }[]; // middles
  readonly height: number;
}

export function riskLegend(risks: readonly (StudyRiskOfBias | null)[], words: Words, width: number): RiskLegend {
  const known = risks.filter((risk) => risk !== null);
  if (known.length === 0) return { labels: [], signs: [], height: 0 };
  const key = signKey(known, words, width);
  const tools = Map.groupBy(known, ({ tool }) => tool);
  const lines = [...tools.values()].map(([first]) => placesLine(first!, words));
  const unsigned = known.some(({ signedBy }) => signedBy === null) ? [words.riskUnsigned] : [];
  const below = stack(
    [...lines, ...unsigned].map((text) => ({ text, size: SIZE, ink: "muted" as const, gap: 1 })),
    width,
  );
  return { ...key, labels: [...key.labels, ...moved(below.labels, 0, key.height)], height: key.height + below.height };
}

/** "RoB 2, from left to right: 1 randomisation, 2 deviations from intended interventions ...". */
const placesLine = ({ tool, domains }: StudyRiskOfBias, words: Words): string =>
  fill(words.riskDomains, {
    tool: words[`tool.${tool}`],
    domains: domains.map(({ domain }, i) => `${i + 1}\u00a0${domainText(domain, words)}`).join(", "),
  });

function signKey(risks: readonly StudyRiskOfBias[], words: Words, width: number): RiskLegend {
  const found = new Set(risks.flatMap(judgementsOf));
  const judgements = (Object.keys(LIGHTS) as Judgement[]).filter((judgement) => found.has(judgement));
  const labels: Label[] = [{ text: words.riskOfBias, x: 0, y: 16, size: SIZE, bold: true }];
  const signs: { judgement: Judgement; x: number; y: number }[] = [];
  let [x, y] = [textWidth(words.riskOfBias, SIZE, true) + GAP, 12];
  for (const group of Map.groupBy(judgements, (judgement) => LIGHTS[judgement].level).values()) {
    const text = group.map((judgement) => words[`judgement.${judgement}`]).join(", ");
    const room = SIGN + textWidth(text, SIZE);
    if (x + room > width) [x, y] = [0, y + LINE];
    signs.push({ judgement: group[0]!, x: x + 8, y });
    labels.push({ text, x: x + SIGN, y: y + 4, size: SIZE, ink: "muted" });
    x += room + GAP;
  }
  return { labels, signs, height: y + 12 };
}
