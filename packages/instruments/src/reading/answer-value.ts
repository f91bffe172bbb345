import type { Takes } from "@calcar/catalog";
import type { Problem } from "@calcar/vocabulary";
import { type Item, isTaken } from "../definition/items-of.ts";

/** One answer read: its number, or what is wrong with it. */
export type AnswerRead = { readonly value: number } | { readonly problem: Problem };

/** What an item takes, in words for a message. */
export function expectedOf(takes: Takes): string {
  switch (takes.kind) {
    case "choice":
      return `one of ${takes.options.map(({ code, value }) => `${code} (${value})`).join(", ")}`;
    case "whole":
      return `a whole number from ${takes.range[0]} to ${takes.range[1]}${unitOf(takes)}`;
    default:
      return `a number from ${takes.range[0]} to ${takes.range[1]}${unitOf(takes)}`;
  }
}

const unitOf = ({ unit }: { readonly unit?: string | undefined }): string => (unit === undefined ? "" : ` ${unit}`);

/** The number of an answer as JSON states it: a number, or the code of an option where the item has named options. */
export function answerValue({ code, takes }: Item, answer: unknown): AnswerRead {
  const named = takes.kind === "choice" ? takes.options.find((option) => option.code === answer) : undefined;
  if (named) return { value: named.value };
  if (typeof answer === "number" && isTaken(takes, answer)) return { value: answer };
  return { problem: { place: code, problem: shown(answer), expected: expectedOf(takes) } };
}

/**
 * The number of one cell of a table. An empty cell is an unanswered item: NaN.
 *
 * @returns a number, or the problem by name: a decimal comma, text where a number belongs, a value outside the options
 */
export function readCell(item: Item, cell: string): number | Problem {
  const text = cell.trim();
  if (text === "") return Number.NaN;
  const answer = NUMBER.test(text) ? Number(text) : text;
  const read = answerValue(item, answer);
  if ("value" in read) return read.value;
  return /^-?\d+,\d+$/.test(text)
    ? { ...read.problem, problem: `${text} has a decimal comma`, expected: `${read.problem.expected}, with a decimal point` }
    : read.problem;
}
const NUMBER = /^-?(?:\d+(?:\.\d+)?|\.\d+)$/;

/** What stands there, cut short. */
export function shown(answer: unknown): string {
  if (Array.isArray(answer)) return "a list";
  if (typeof answer === "object" && answer !== null) return "an object";
  if (typeof answer === "string" && NUMBER.test(answer.trim())) return `${JSON.stringify(answer)}, a text`;
  const text = JSON.stringify(answer) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
