import type { Catalog } from "@calcar/catalog";
import type { Question } from "@calcar/catalog/schema";
import type { Membership, Widening } from "../members/miss.ts";
import { refusedStudy, shownMembership, wideningWarnings } from "../members/shown.ts";
import { asked, told } from "../questions/wording.ts";
import type { NothingDirect } from "../schema.ts";

/** The answer where no study on file fits: that there is none, and which come nearest, by what they differ in. No number is shown. */
export function noStudy(catalog: Catalog, question: Question, found: Membership<unknown>, widen: readonly Widening[]): NothingDirect {
  return {
    ...asked(question),
    kind: "nothing-direct",
    k: 0,
    n: 0,
    without: [],
    ...shownMembership(catalog, found, widen),
    nearest: found.nearest.map((one) => refusedStudy(catalog, one)),
    ...told(catalog, question),
    warnings: [
      "No study on file answers this question. What follows is about something else, and none of its numbers are carried over.",
      ...wideningWarnings(widen, []),
      ...question.caution.map(({ en }) => en),
    ],
  };
}
