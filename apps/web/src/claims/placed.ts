import type { CheckedText } from "@calcar/contract";
import type { Finding, Placed } from "./shapes.ts";

const NONE: readonly Finding[] = [];

/** What was found in the page that was checked; a check is of one page. */
export const findingsOf = ({ report }: CheckedText): readonly Finding[] => report.files[0]?.findings ?? NONE;

/** The findings with their numbers in reading order and their places in the text. */
export const placedIn = (checked: CheckedText, findings = findingsOf(checked)): readonly Placed[] =>
  findings.map((finding, i) => ({ number: i + 1, finding, span: checked.places[i] ?? { start: 0, end: 0 } }));
