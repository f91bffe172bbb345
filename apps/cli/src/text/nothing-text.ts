import { type NothingDirect, staleAfter } from "@calcar/evidence";
import { membershipLines, refusedLine } from "./membership-lines.ts";
import { withoutOpening } from "./pooled-text.ts";
import { wrap } from "./wrap.ts";

/** A question that no study answers, for a terminal: that first, then what comes nearest and how it differs. */
export function nothingText(answer: NothingDirect): string {
  const { asks, nearest, shows, doesNotShow, warnings, lastSearched, knowledge } = answer;
  return [
    wrap(asks),
    "No study.",
    ...warnings.slice(0, 1).map((warning) => `! ${wrap(warning, "  ")}`),
    "",
    nearest.length === 0 ? "Nothing on file comes near." : "Nearest, by what they differ in:",
    ...nearest.map(refusedLine),
    "",
    wrap(`Shows: ${shows}`),
    wrap(`Does not show: ${withoutOpening(doesNotShow)}`),
    "",
    ...warnings.slice(1).map((warning) => `! ${wrap(warning, "  ")}`),
    ...membershipLines(answer),
    "",
    `Last searched ${lastSearched}, ${staleAfter(answer.freshUntil)}. Knowledge ${knowledge}.`,
    "",
  ].join("\n");
}
