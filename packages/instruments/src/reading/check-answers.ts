import type { CatalogInstrument } from "@calcar/catalog";
import type { Problem, Read } from "@calcar/vocabulary";
import { formOf } from "../definition/form-of.ts";
import { type Item, itemsOf } from "../definition/items-of.ts";
import type { Answers } from "../score/answers.ts";
import { answerValue, shown } from "./answer-value.ts";

/** Two boxes ticked for one item, and which of them counts by the instrument's rule. Stored beside the answers. */
export interface DoubleMark {
  readonly item: string;
  readonly marks: readonly number[];
  readonly taken: number;
}

export interface ReadAnswers {
  readonly answers: Answers;
  readonly doubleMarks: readonly DoubleMark[];
}

export interface ReadOptions {
  readonly form?: string | undefined; // of an instrument that has several
}

/**
 * Checks answers against an instrument: every item known by its very code, every value among its options.
 *
 * `null` is an unanswered item. A list of numbers is two boxes ticked, taken only where the instrument has a rule for it.
 * Answers to the whole questionnaire are taken for a form that is part of it.
 *
 * @param given a parsed JSON value
 * @param options without a form that is needed, an answer that any form takes is read: `score` refuses it all the same
 * @returns the answers, or every problem at once; nothing is corrected and nothing is guessed
 */
export function checkAnswers(instrument: CatalogInstrument, given: unknown, { form }: ReadOptions = {}): Read<ReadAnswers> {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    return { ok: false, problems: [{ place: "answers", problem: shown(given), expected: EXPECTED }] };
  const found = formOf(instrument, form);
  if (!found.ok && found.refusal.code === "form-unknown")
    return { ok: false, problems: [{ place: "form", problem: `${form} is no form of ${instrument.id}`, expected: formNames(instrument) }] };
  const forms = found.ok ? [found.value] : (instrument.forms ?? []);
  const items = [...itemsOf({ items: [...instrument.parentItems] }), ...forms.flatMap((each) => itemsOf(instrument, each))];
  return collect(
    instrument,
    Object.entries(given),
    Map.groupBy(items, ({ code }) => code),
  );
}

export const EXPECTED = 'a JSON object of item codes and answers: { "p1": 2 }';

const formNames = ({ forms }: CatalogInstrument): string => (forms ? `one of ${forms.map(({ id }) => id).join(", ")}` : "no form");

function collect(
  instrument: CatalogInstrument,
  given: readonly [string, unknown][],
  known: ReadonlyMap<string, readonly Item[]>,
): Read<ReadAnswers> {
  const answers: Record<string, number> = {};
  const doubleMarks: DoubleMark[] = [];
  const problems: Problem[] = [];
  for (const [code, answer] of given) {
    const items = known.get(code);
    if (answer === null && items) continue;
    const read = items ? readAny(instrument, items, answer) : { problem: unknownItem(code, known) };
    if ("problem" in read) problems.push(read.problem);
    else {
      answers[code] = read.value;
      if ("marks" in read) doubleMarks.push({ item: code, marks: read.marks, taken: read.value });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { answers, doubleMarks } };
}

type OneRead = { readonly value: number } | { readonly value: number; readonly marks: readonly number[] } | { readonly problem: Problem };

/** By the first of several forms of an item that takes the answer. */
function readAny(instrument: CatalogInstrument, items: readonly Item[], answer: unknown): OneRead {
  const reads = items.map((item) => readOne(instrument, item, answer));
  return reads.find((read) => "value" in read) ?? reads[0]!;
}

function readOne({ twoMarks }: CatalogInstrument, item: Item, answer: unknown): OneRead {
  if (!Array.isArray(answer)) return answerValue(item, answer);
  const reads = answer.map((mark) => answerValue(item, mark));
  const wrong = reads.find((read) => "problem" in read);
  if (wrong) return wrong;
  const marks = reads.flatMap((read) => ("value" in read ? [read.value] : []));
  if (twoMarks === undefined || marks.length < 2)
    return {
      problem: {
        place: item.code,
        problem: `${marks.length} values for one item`,
        expected: twoMarks ? "one value, or a list of those ticked" : "one value",
      },
    };
  return { value: worst(item, marks), marks };
}

const worst = ({ takes: { best } }: Item, marks: readonly number[]): number =>
  marks.reduce((worse, mark) => (Math.abs(mark - best) > Math.abs(worse - best) ? mark : worse));

/** Names the code that was probably meant when only its case differs; it is not taken for it. */
function unknownItem(code: string, known: ReadonlyMap<string, unknown>): Problem {
  const codes = [...known.keys()];
  const sameLetters = codes.find((other) => other.toLowerCase() === code.toLowerCase());
  const problem = sameLetters === undefined ? "unknown item" : "unknown item: codes are in lower case";
  return { place: code.slice(0, 80), problem, expected: sameLetters ?? `one of ${codes.join(", ")}` };
}
