import { join } from "node:path";
import { type ClaimKnowledge, lint, pageOfText } from "@calcar/claims";
import { type LabelledPage, readCorpus } from "./corpus.ts";
import { apparent } from "./left-out.ts";
import { linesOf, severityOf } from "./lines.ts";
import { readShortPages } from "./short-pages.ts";
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

/** What a second annotator, who saw the sentences without their labels, says of some of the held ones: a line each, by place in the file. */
interface SecondLabel {
  readonly i: number;
  readonly r: readonly string[];
}

/** The second annotator's labels against the first's, as if they were findings: how far any reader can agree with these labels. */
function secondAnnotator(folder: string, knowledge: ClaimKnowledge): IndependentSet {
  const sentences = readSentences(join(folder, "sentences-held.jsonl"), knowledge);
  const second = linesOf(join(folder, "sentences-held.second.jsonl")).map((line) => JSON.parse(line) as SecondLabel);
  const marks = second.flatMap(({ i, r }) => {
    const page = sentences[i]!;
    const { start, end } = page.labels[0] ?? { start: 0, end: page.page.text.length };
    const found = r.filter((rule) => !OF_A_PAGE.has(rule));
    const mark = (rule: string, kind: Mark["kind"]): Mark => ({ page, rule, severity: severityOf(knowledge, rule), kind, start, end });
    return [
      ...page.labels.map(({ rule }) => mark(rule, found.includes(rule) ? "tp" : "fn")),
      ...found.filter((rule) => !page.labels.some((label) => label.rule === rule)).map((rule) => mark(rule, "fp")),
    ];
  });
  return { name: "a second annotator, no rules", held: true, size: `${second.length} of the held sentences`, marks };
}

/** Measures on the sets of a folder such as `reference/claims/independent`. */
export function independent(folder: string, knowledge: ClaimKnowledge, pageRules: ReadonlySet<string>): readonly IndependentSet[] {
  const sets = (["held", "read"] as const).flatMap((which) => {
    const pages = readCorpus(join(folder, `pages-${which}`));
    const shortPages = readShortPages(join(folder, `short-pages-${which}.jsonl`), knowledge);
    const sentences = readSentences(join(folder, `sentences-${which}.jsonl`), knowledge);
    const set = { held: which === "held" };
    return [
      {
        ...set,
        name: `pages, ${which}`,
        size: sizeOf(pages),
        marks: apparent(pages, knowledge, pageRules),
      },
      {
        ...set,
        name: `short pages, ${which}`,
        size: sizeOf(shortPages),
        marks: apparent(shortPages, knowledge, pageRules),
      },
      {
        ...set,
        name: `sentences, ${which}`,
        size: `${sentences.length} sentences`,
        marks: sentences.flatMap((sentence) => marksOfSentence(sentence, knowledge, pageRules)),
      },
    ];
  });
  return [...sets, secondAnnotator(folder, knowledge)];
}

const sizeOf = ({ length }: readonly LabelledPage[]) => `${length} ${length === 1 ? "page" : "pages"}`;

/** Each sentence as a page of its own; one without a label is a hard negative of no rule in particular, and counts by its false alarms. */
function readSentences(file: string, knowledge: ClaimKnowledge): LabelledPage[] {
  return linesOf(file).map((line, i) => {
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
        .map((rule) => ({ ...place, rule, severity: severityOf(knowledge, rule), confidence: "high" as const })),
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
