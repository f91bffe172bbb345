import type { Catalog } from "@calcar/catalog";
import type { RefusedStudy } from "../schema.ts";
import { studyLabel } from "../studies/study-label.ts";
import type { Membership, Miss, Refused, Widening } from "./miss.ts";

/** What of a membership stands in every answer. */
export const shownMembership = (catalog: Catalog, { refused, elsewhere }: Membership<unknown>, widen: readonly Widening[]) => ({
  widened: [...widen],
  refused: refused.map((one) => refusedStudy(catalog, one)),
  elsewhere,
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
