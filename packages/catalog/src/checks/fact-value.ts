import { isPlainDate } from "@calcar/vocabulary";
import type { Fact } from "../kinds/fact.ts";

/** What a fact takes, in words, when it does not take the value; undefined when it does. */
export function expectedOf(fact: Fact, value: unknown): string | undefined {
  switch (fact.type) {
    case "boolean":
      return typeof value === "boolean" ? undefined : "true or false";
    case "code":
      return fact.values.some(({ code }) => code === value) ? undefined : `one of ${fact.values.map(({ code }) => code).join(", ")}`;
    case "date":
      return typeof value === "string" && isPlainDate(value) ? undefined : "a day that exists, YYYY-MM-DD";
    default:
      return expectedNumber(fact, value);
  }
}

function expectedNumber({ type, range: [low, high] }: Extract<Fact, { range: unknown }>, value: unknown): string | undefined {
  const fits = typeof value === "number" && value >= low && value <= high && (type === "number" || Number.isInteger(value));
  return fits ? undefined : `${type === "number" ? "a number" : "a whole number"} from ${low} to ${high}`;
}
