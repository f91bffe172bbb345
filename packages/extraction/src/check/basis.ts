import { VERIFIED, type Verified } from "@calcar/vocabulary";
import type { Named } from "../convert/write-step.ts";
import { maybe, tidy } from "./ledger.ts";

/** The one ground that the catalog's outcome holds, and what does not fit into it. */
export interface Basis {
  readonly ground: { readonly source: string; readonly at: string; readonly verified: Verified };
  readonly note: string | undefined; // figures of other sources, and those measured in a figure
  readonly comments: readonly string[]; // every figure with its own provenance, for the reader of the file
}

/** The weakest of some grades: what a value is worth that rests on all of them. */
export const weakest = (grades: readonly Verified[]): Verified => VERIFIED[Math.max(...grades.map((grade) => VERIFIED.indexOf(grade)))]!;

/**
 * What the figures of one outcome rest on together: the source of the first, all its places, the weakest grade.
 *
 * @param named one or more figures with complete provenance
 */
export function basisOf(named: readonly Named[]): Basis {
  const [, lead] = named[0]!;
  const source = tidy(lead.figure.source!);
  const ours = named.filter(([, { figure }]) => tidy(figure.source!) === source);
  const others = named.filter(([, { figure }]) => tidy(figure.source!) !== source);
  const measured = named.filter(([, { figure }]) => figure.how === "read-off-figure").map(([name]) => name);
  const notes = [
    ...(measured.length > 0 ? [`Read off a figure: ${measured.join(", ")}.`] : []),
    ...others.map(([name, { figure }]) => `${capital(name)}: ${tidy(figure.source!)}, ${tidy(figure.at!)} (${figure.verified}).`),
    ...named.flatMap(([name, { figure }]) => (maybe(figure.note) ? [`${capital(name)}: ${maybe(figure.note)}`] : [])),
  ];
  return {
    ground: {
      source,
      at: [...new Set(ours.map(([, { figure }]) => tidy(figure.at!)))].join("; "),
      verified: weakest(named.map(([, { figure }]) => figure.verified!)),
    },
    note: notes.length > 0 ? [...new Set(notes)].join(" ") : undefined,
    comments: named.map(
      ([name, { text, figure }]) => `${name} ${text}: ${figure.how}, ${tidy(figure.source!)}, ${tidy(figure.at!)} (${figure.verified})`,
    ),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Several remarks as one text, or none. */
export const joined = (...parts: readonly (string | undefined)[]): string | undefined => {
  const texts = parts.flatMap((part) => (part?.trim() ? [part.trim()] : []));
  return texts.length > 0 ? texts.join(" ") : undefined;
};
