import type { Scores } from "@calcar/instruments";
import { checkAnswers, formOf, isTaken, itemsOf, score } from "@calcar/instruments";
import type { Entry, Instrument, Vector } from "./shapes.ts";

export const EMPTY: Entry = { answers: {}, form: undefined, allowUnconfirmed: false };

/** What an entry scores, computed here and now by the room that computes it everywhere. */
export const scoresOf = (instrument: Instrument, { answers, form, allowUnconfirmed }: Entry): Scores =>
  score(instrument, answers, { form, allowUnconfirmed });

/** An entry with one answer given, changed or taken back. */
export function withAnswer(entry: Entry, code: string, value: number | undefined): Entry {
  const { [code]: _, ...others } = entry.answers;
  return { ...entry, answers: value === undefined ? others : { ...others, [code]: value } };
}

/** An entry in another form: answers that the other form does not take are dropped, never carried over. */
export function inForm(instrument: Instrument, entry: Entry, id: string | undefined): Entry {
  const form = formOf(instrument, id);
  if (!form.ok) return { ...entry, form: undefined, answers: {} };
  const items = itemsOf(instrument, form.value);
  const isKept = ([code, value]: [string, number]): boolean => {
    const takes = items.find((item) => item.code === code)?.takes;
    return takes !== undefined && isTaken(takes, value);
  };
  return { ...entry, form: id, answers: Object.fromEntries(Object.entries(entry.answers).filter(isKept)) };
}

/**
 * A worked example as an entry of the form.
 *
 * @returns undefined for an example that has no answers of its own, or whose answers the instrument does not take
 */
export function entryOf(instrument: Instrument, { answers, form, allowUnconfirmed }: Vector): Entry | undefined {
  if (answers === undefined) return undefined;
  const read = checkAnswers(instrument, answers, { form });
  if (!read.ok) return undefined;
  const chosen = formOf(instrument, form);
  const own = new Set(itemsOf(instrument, chosen.ok ? chosen.value : undefined).map(({ code }) => code));
  const shown = Object.entries(read.value.answers).filter(([code]) => own.has(code));
  return { answers: Object.fromEntries(shown), form, allowUnconfirmed: allowUnconfirmed ?? false };
}
