import { isAboutTheStudy, type Refused } from "./miss.ts";

const NEAREST = 3; // of one kind of difference
const KINDS = 4;

/**
 * The studies of the same intervention that come nearest, the fewest differences first, a few of each kind. What is wrong with
 * their numbers matters less here than what they are about.
 */
export function nearest(outside: readonly Refused[]): Refused[] {
  const about = ({ misses }: Refused) => misses.filter(isAboutTheStudy);
  const isKin = ({ study, misses }: Refused) =>
    study.designClass !== "review" && !misses.some(({ coordinate }) => coordinate === "intervention");
  const found = outside.filter(isKin);
  const kinds = Map.groupBy(found, (one) =>
    about(one)
      .map(({ coordinate }) => coordinate)
      .toSorted()
      .join(" "),
  );
  return [...kinds]
    .toSorted(([a], [b]) => a.split(" ").length - b.split(" ").length)
    .slice(0, KINDS)
    .flatMap(([, group]) => group.toSorted((a, b) => a.misses.length - b.misses.length).slice(0, NEAREST));
}
