import type { Page, Span } from "../../page/page.ts";
import type { ClaimKnowledge, CompiledRules } from "../compile.ts";
import type { Reading } from "../reading.ts";
import { wrongAuthor } from "./check-author.ts";
import { guidelineOutdated, guidelineReversed } from "./check-guidelines.ts";
import { harmsDenied } from "./check-harms.ts";
import { misread } from "./check-misreading.ts";
import { numberDiffers } from "./check-number.ts";
import { wrongDiseaseOrJoint } from "./check-population.ts";
import { takenForProof } from "./check-proof.ts";
import { type Citations, citationsOf } from "./cited-passages.ts";
import type { CitingPage, FoundFault } from "./citing-page.ts";
import { bodiesNamed } from "./guidelines.ts";
import { saysOf } from "./says.ts";

/** What a check of citations may look at. */
export interface CheckContext {
  readonly page: Page;
  readonly readings: readonly Reading[];
  readonly rules: CompiledRules;
  readonly knowledge: ClaimKnowledge;
}

/** A citation at fault: the span to mark, the words at fault, and what is wrong in one sentence. */
export interface CitationFault extends Span {
  readonly words: readonly Span[];
  readonly detail?: string;
  readonly sources: readonly string[]; // ids in knowledge/sources
}

export type Check = (context: CheckContext) => readonly CitationFault[];

/** In the order in which they are told when a sentence has several. */
const FINDERS: Readonly<Record<string, (citing: CitingPage) => readonly FoundFault[]>> = {
  "wrong-author": wrongAuthor,
  misreading: misread,
  "harms-denied": harmsDenied,
  "wrong-disease-or-joint": wrongDiseaseOrJoint,
  "number-differs": numberDiffers,
  "taken-for-proof": takenForProof,
  "guideline-reversed": guidelineReversed,
  "guideline-outdated": guidelineOutdated,
};

const found = new WeakMap<readonly Reading[], ReadonlyMap<string, readonly CitationFault[]>>();

/** A sentence is marked once, under the first check that faults it, with all that is wrong with it. */
function faultsOf({ page, readings, rules, knowledge }: CheckContext): ReadonlyMap<string, readonly CitationFault[]> {
  const before = found.get(readings);
  if (before) return before;
  const citations = citationsOf(page, knowledge);
  const bodies = bodiesNamed(page, knowledge);
  const toRead = new Set([...sentencesToRead(page, citations), ...bodies.map(({ sentence }) => sentence)]);
  const citing = { page, citations, bodies, says: saysOf(toRead, { page, readings, rules }) };
  const all = Object.entries(FINDERS).flatMap(([check, find]) => find(citing).map((fault) => ({ ...fault, check })));
  const merged = [...Map.groupBy(all, ({ sentence }) => sentence)].map(([sentence, faults]) => ({
    check: faults[0]!.check,
    ...merge(page, sentence, faults),
  }));
  const byCheck = Map.groupBy(
    merged.map(({ check, ...fault }) => ({ check, fault })),
    ({ check }) => check,
  );
  const faults = new Map([...byCheck].map(([check, list]) => [check, list.map(({ fault }) => fault)]));
  found.set(readings, faults);
  return faults;
}

function merge(page: Page, sentence: number, faults: readonly FoundFault[]): CitationFault {
  const { start, end } = page.sentences[sentence]!;
  const words = [...new Map(faults.flatMap((fault) => fault.words).map((span) => [`${span.start}-${span.end}`, span])).values()];
  const detail = [...new Set(faults.map((fault) => fault.detail))].join(" ");
  const sources = [...new Set(faults.flatMap((fault) => fault.sources))];
  return { start, end, words: words.sort((a, b) => a.start - b.start), detail, sources };
}

/** The sentences that tell of a cited work, and all with figures where a work is listed whose misreadings are known by theirs. */
function sentencesToRead(page: Page, { passages, list }: Citations): ReadonlySet<number> {
  const isTelling = list.some(
    ({ resolution }) => resolution.kind === "resolved" && resolution.work.study?.misreadings?.some(({ distinctive }) => distinctive),
  );
  const withFigures = isTelling
    ? [...page.sentences.keys()].filter((at) => /\d/.test(page.text.slice(page.sentences[at]!.start, page.sentences[at]!.end)))
    : [];
  return new Set([...withFigures, ...passages.flatMap(({ sentences }) => sentences)]);
}

/** Checks of citations by the id that a rule of kind `citation` names. */
export const CHECKS: Readonly<Record<string, Check>> = Object.fromEntries(
  Object.keys(FINDERS).map((id) => [id, (context: CheckContext) => faultsOf(context).get(id) ?? []]),
);
