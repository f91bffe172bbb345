import type { Refusal } from "@calcar/vocabulary";
import { fill, type Words } from "../words.ts";

/** A refusal with its reason in the reader's language, for whoever wanted the figure to show in its place. */
export interface FigureRefusal extends Refusal {
  readonly reason: string;
}

/** As the Result of every room, with a refusal that can be shown. */
export type FigureResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: FigureRefusal };

type Reason = Extract<keyof Words, `refused.${string}`> extends `refused.${infer Name}` ? Name : never;

export const drawn = <T>(value: T): FigureResult<T> => ({ ok: true, value });

export const refused = (
  refusal: Refusal,
  reason: Reason,
  values: Readonly<Record<string, string | number>>,
  words: Words,
): FigureResult<never> => ({ ok: false, refusal: { ...refusal, reason: fill(words[`refused.${reason}`], values) } });
