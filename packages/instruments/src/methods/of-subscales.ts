import type { Method } from "@calcar/catalog";
import type { Compute, Ready } from "./method.ts";

type Of<K extends Method["kind"]> = Ready<Extract<Method, { kind: K }>>;

/** Sum of other subscales. */
export function sumOfSubscales({ place, of }: Of<"sum-of-subscales">): Compute {
  return (_, { values }) => {
    let total = 0;
    for (const part of of) total += values[part]!;
    values[place] = total;
  };
}

/** Mean of other subscales, each counting the same. */
export function meanOfSubscales({ place, of }: Of<"mean-of-subscales">): Compute {
  return (_, { values }) => {
    let total = 0;
    for (const part of of) total += values[part]!;
    values[place] = total / of.length;
  };
}

/** Another subscale times a factor. */
export function multiple({ place, of, method }: Of<"multiple">): Compute {
  return (_, { values }) => {
    values[place] = (values[of[0]!]! * method.times) / method.over;
  };
}

/** The same score counted from the other end of its range. */
export function reversed({ place, of, ofRanges }: Of<"reversed">): Compute {
  const [low, high] = ofRanges[0]!;
  return (_, { values }) => {
    values[place] = low + high - values[of[0]!]!;
  };
}
