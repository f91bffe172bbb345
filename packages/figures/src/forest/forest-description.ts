import { noEffect, type Pooled } from "@calcar/evidence";
import { riskText } from "../risk/risk-text.ts";
import { type Row, rowsOf, type Sheet } from "../rows/sheet.ts";
import { fill, type Words } from "../words.ts";

/** The figure in sentences, for those who cannot see it: every row with its numbers and what its lights say. */
export function forestDescription({ measure, comparison }: Pooled, sheet: Sheet, words: Words): string {
  const heading = `${words[`measure.${measure}`]}, ${noEffect(measure)} = ${words.noEffect}: ${fill(words.against, comparison)}.`;
  return [heading, ...rowSentences(sheet, words)].join(" ");
}

export const rowSentences = (sheet: Sheet, words: Words): string[] => rowsOf(sheet).map((row) => rowSentence(row, words));

function rowSentence({ label, mark = "", text, counts = [], weightText, risk }: Row, words: Words): string {
  const [ours, theirs] = counts;
  const said = [
    `${label}${mark === "" ? "" : ` ${mark}`}: ${text}`,
    ours !== undefined && theirs !== undefined ? fill(words.against, { intervention: ours, comparator: theirs }) : (ours ?? ""),
    weightText === undefined ? "" : fill(words.weightOf, { weight: weightText }),
  ].filter((part) => part !== "");
  return [`${said.join(", ")}.`, ...(risk === undefined ? [] : [`${riskText(risk, words)}.`])].join(" ");
}
