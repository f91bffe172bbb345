import { type ClaimKnowledge, pageOfText } from "@calcar/claims";
import type { Label, LabelledPage } from "./corpus.ts";
import { linesOf, severityOf } from "./lines.ts";
import { ANY_RULE } from "./tally.ts";

/** A short page with its labels, one a line. Places are offsets in UTF-16 code units. */
interface ShortPage {
  readonly id: string;
  readonly text: string;
  readonly labels: readonly { readonly start: number; readonly end: number; readonly rule: string; readonly confidence?: "low" }[];
  readonly pageRules: readonly string[];
  readonly hardNegatives: readonly { readonly start: number; readonly end: number }[];
}

/** Reads a file of short pages. @throws when a line is not JSON */
export const readShortPages = (file: string, knowledge: ClaimKnowledge): readonly LabelledPage[] =>
  linesOf(file).map((line) => {
    const { id, text, labels, pageRules, hardNegatives } = JSON.parse(line) as ShortPage;
    return {
      id,
      author: id.split("-")[0]!,
      origin: "synthetic",
      page: pageOfText(text),
      labels: labels.map((label): Label => ({ confidence: "high", ...label, severity: severityOf(knowledge, label.rule) })),
      pageLabels: pageRules.map((rule) => ({ rule, confidence: "high" })),
      hardNegatives: hardNegatives.map((place) => ({ ...place, notRule: ANY_RULE })),
    };
  });
