import type { CatalogInstrument } from "@calcar/catalog";
import type { DoubleMark, Score, Scores } from "@calcar/instruments";
import { table } from "./table.ts";
import { wrap } from "./wrap.ts";

/** The scores of one questionnaire for a terminal: each with its range and direction, how much was answered, or why there is none. */
export function scoresText(instrument: CatalogInstrument, scores: Scores, doubleMarks: readonly DoubleMark[]): string {
  const form = scores.form === null ? "" : `, form ${scores.form}`;
  const all = instrument.subscales.map((subscale) => ({ subscale, score: scores.scores[subscale.id]! }));
  const rows = all.map(({ subscale, score }) => [subscale.name.en, valueText(score, subscale), rangeText(score), answeredText(score)]);
  const refusals = all.flatMap(({ subscale, score }) => (score.refusal ? [`${subscale.name.en}: ${reason(score)}`] : []));
  const provisional = (instrument.unconfirmed ?? []).filter(({ id }) => all.some(({ score }) => score.unconfirmed.includes(id)));
  return [
    `${instrument.name}, version ${scores.version}${form}`,
    "",
    ...table([["score", "value", "range", "answered"], ...rows], [false, true, false, false]),
    ...section("No score", refusals),
    ...section(
      "PROVISIONAL: no readable source confirms",
      provisional.map(({ says, until }) => `${says.en} ${until.en}`),
    ),
    ...section(
      "Two boxes ticked, the worse one taken",
      doubleMarks.map(({ item, marks, taken }) => `${item}: ${marks.join(" and ")}, taken as ${taken}`),
    ),
    "",
    `Scored by definition ${scores.definition}: ${[...new Set(all.map(({ score }) => score.method))].join(", ")}.`,
    ...(instrument.licence.attribution === undefined ? [] : [instrument.licence.attribution]),
    "",
  ].join("\n");
}

/** The number as people are shown it; the JSON has it in full. */
function valueText({ value, se }: Score, { decimals, shownAtMost, unit }: CatalogInstrument["subscales"][number]): string {
  if (value === null) return "none";
  const shown = Math.min(value, shownAtMost ?? value).toFixed(decimals);
  return `${shown}${unit === undefined ? "" : ` ${unit}`}${se === null ? "" : ` (SE ${se})`}`;
}

const rangeText = ({ range: [low, high], direction }: Score): string => `${low} to ${high}, ${DIRECTION[direction]}`;

const DIRECTION = {
  "higher-better": "higher is better",
  "higher-worse": "higher is worse",
  "higher-more-active": "higher is more active",
} as const;

const answeredText = ({ answered, items, imputed }: Score): string =>
  `${answered} of ${items}${imputed === 0 ? "" : `, ${imputed} filled by the missing-item rule`}`;

function reason({ refusal }: Score): string {
  const { kind, code, missing = [] } = refusal!;
  return `${kind}, ${code}${missing.length === 0 ? "" : ` (${missing.join(", ")})`}`;
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", title, ...lines.map((line) => `- ${wrap(line, "  ")}`)];

/** Every instrument on file: version, items, licence, and how far its scoring is confirmed. */
export function instrumentsText(instruments: readonly CatalogInstrument[]): string {
  const rows = instruments.map((instrument) => [
    instrument.id,
    instrument.version,
    String(instrument.items.reduce((count, { codes }) => count + codes.length, 0)),
    instrument.licence.status,
    confirmed(instrument),
    instrument.name,
  ]);
  const head = ["instrument", "version", "items", "licence", "scoring", "name"];
  return `${table([head, ...rows], [false, false, true, false, false, false]).join("\n")}\n`;
}

/** "compare": a person must still hold a table against the publisher's sheet. */
function confirmed({ unconfirmed = [], compare = [], subscales }: CatalogInstrument): string {
  if (unconfirmed.length === 0) return compare.length === 0 ? "nothing open" : "compare";
  if (unconfirmed.some(({ bears }) => bears.on === "everything")) return "NOT CONFIRMED";
  const open = new Set(unconfirmed.flatMap(({ bears }) => (bears.on === "subscales" ? bears.subscales : [])));
  return subscales.every(({ id }) => open.has(id)) ? "NOT CONFIRMED" : "in part";
}
