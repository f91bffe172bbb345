import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ClaimKnowledge, lint, pageOfText } from "@calcar/claims";
import { type LabelledPage, readCorpus } from "./corpus.ts";
import { apparent } from "./left-out.ts";
import { type Mark, marksOf } from "./tally.ts";

/** Figures on one set of pages or sentences that others than the authors of the rules wrote and labelled. */
export interface IndependentSet {
  readonly name: string;
  readonly held: boolean; // nobody who writes rules has read it
  readonly size: string; // "20 pages"
  readonly marks: readonly Mark[];
}

interface LabelledSentence {
  readonly t: string;
  readonly r: readonly string[];
  readonly c?: string;
}

/** Rules that need a page with its references or its disclaimer; a sentence by itself cannot break them. */
const OF_A_PAGE: ReadonlySet<string> = new Set(["citation-mismatch", "disclaimer-contradiction"]);

/** Measures on the sets of a folder such as `reference/claims/independent`. */
export function independent(folder: string, knowledge: ClaimKnowledge, pageRules: ReadonlySet<string>): readonly IndependentSet[] {
  return (["held", "read"] as const).flatMap((which) => {
    const pages = readCorpus(join(folder, `pages-${which}`));
    const sentences = readSentences(join(folder, `sentences-${which}.jsonl`), knowledge);
    const set = { held: which === "held" };
    return [
      {
        ...set,
        name: `pages, ${which}`,
        size: `${pages.length} ${pages.length === 1 ? "page" : "pages"}`,
        marks: apparent(pages, knowledge, pageRules),
      },
      {
        ...set,
        name: `sentences, ${which}`,
        size: `${sentences.length} sentences`,
        marks: sentences.flatMap((sentence) => marksOfSentence(sentence, knowledge, pageRules)),
      },
    ];
  });
}

/** Each sentence as a page of its own; one without a label is a hard negative of no rule in particular, and counts by its false alarms. */
function readSentences(file: string, { claims }: ClaimKnowledge): LabelledPage[] {
  const severities = new Map(claims.map(({ id, severity }) => [id, severity]));
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line, i) => {
    const { t, r, c } = JSON.parse(line) as LabelledSentence;
    const before = c === undefined ? "" : `${c}\n\n`;
    const place = { start: before.length, end: before.length + t.length };
    return {
      id: `${i + 1}`,
      author: file,
      origin: "synthetic",
      page: pageOfText(before + t),
      labels: r
        .filter((rule) => !OF_A_PAGE.has(rule))
        .map((rule) => ({ ...place, rule, severity: severities.get(rule) ?? "warning", confidence: "high" as const })),
      pageLabels: [],
      hardNegatives: [],
    };
  });
}

function marksOfSentence(sentence: LabelledPage, knowledge: ClaimKnowledge, pageRules: ReadonlySet<string>): Mark[] {
  const before = sentence.page.text.lastIndexOf("\n\n") + 2;
  const findings = lint(sentence.page, knowledge).filter(
    ({ rule, end }) => !pageRules.has(rule) && !OF_A_PAGE.has(rule) && (before < 2 || end > before),
  );
  return marksOf(sentence, findings, pageRules);
}
