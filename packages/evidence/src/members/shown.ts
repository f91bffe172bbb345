import type { Catalog } from "@calcar/catalog";
import type { RefusedStudy } from "../schema.ts";
import { studyLabel } from "../studies/study-label.ts";
import { isAboutTheStudy, type Membership, type Miss, type Refused, type Widening } from "./miss.ts";

/** What of a membership stands in every answer. */
export const shownMembership = (catalog: Catalog, { refused, elsewhere }: Membership<unknown>, widen: readonly Widening[]) => ({
  widened: [...widen],
  refused: refused.map((one) => refusedStudy(catalog, one)),
  elsewhere: elsewhere.length,
});

export const refusedStudy = (catalog: Catalog, { study, misses }: Refused): RefusedStudy => ({
  id: study.id,
  label: studyLabel(catalog, study),
  reasons: misses.map(({ coordinate, says }) => ({ coordinate, says })),
});

export const saidOf = (misses: readonly Miss[]): string[] => misses.map(({ says }) => says);

const WIDENED: Record<Widening, string> = {
  joint: "other joints",
  disease: "other diseases",
  phase: "other stages of the disease",
  route: "other routes",
  product: "other products",
};

/** What a reader who widened a question is told before any number. */
export function wideningWarnings(
  widen: readonly Widening[],
  beyond: readonly { readonly label: string; readonly misses: readonly string[] }[],
): string[] {
  if (widen.length === 0) return [];
  const what = widen.map((one) => WIDENED[one]).join(", ");
  if (beyond.length === 0) return [`Widened by the reader to ${what}: no further study came in.`];
  const who = beyond.map(({ label, misses }) => `${label} (${misses.join("; ")})`).join(", ");
  return [`Widened by the reader to ${what}, so this no longer answers the question as asked: ${who}. The certainty is lower for it.`];
}

const NEAREST = 3; // of one kind of difference
const KINDS = 4;

/**
 * The studies of the same intervention that come nearest, the fewest differences first, a few of each kind. What is wrong with
 * their numbers matters less here than what they are about.
 */
export function nearest({ refused, elsewhere }: Membership<unknown>): Refused[] {
  const about = ({ misses }: Refused) => misses.filter(isAboutTheStudy);
  const isKin = ({ study, misses }: Refused) =>
    study.designClass !== "review" && !misses.some(({ coordinate }) => coordinate === "intervention");
  const found = [...refused, ...elsewhere].filter(isKin);
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
