import type { Method } from "@calcar/catalog";
import type { Compute, Ready } from "./method.ts";

type Of<K extends Method["kind"]> = Ready<Extract<Method, { kind: K }>>;

/** Range of motion by weighted arcs: degrees within each arc times its index, summed, times a factor, at most `most`. */
export function weightedArcs({ place, columns, items, method }: Of<"weighted-arcs">): Compute {
  const column = (code: string) => columns[items.findIndex((item) => item.code === code)]!;
  const arcs = method.arcs.map((arc) => ({ ...arc, column: column(arc.item) }));
  return (answers, { values }) => {
    let weighted = 0;
    for (const { column, from, to, index } of arcs) weighted += index * Math.max(0, Math.min(answers[column]!, to) - from);
    values[place] = Math.min(method.most, weighted * method.times);
  };
}

/** Range of motion by bands: all degrees summed, then the points of the highest band reached. */
export function bandedSum({ place, method }: Of<"banded-sum">): Compute {
  const bands = method.bands.toSorted((a, b) => b.from - a.from);
  return (_, { values, raw }) => {
    values[place] = bands.find(({ from }) => raw[place]! >= from)!.points;
  };
}
