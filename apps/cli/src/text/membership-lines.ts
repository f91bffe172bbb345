import type { QuestionAnswer, RefusedStudy } from "@calcar/evidence";
import { wrap } from "./wrap.ts";

/** Who came near and is not in an answer, each with every reason, and how many studies were about something else. */
export const membershipLines = ({ refused, elsewhere }: QuestionAnswer): string[] => [
  "",
  `Not in it${refused.length === 0 ? "" : `, though near (${refused.length})`}; ${elsewhere} further studies on file are about something else.`,
  ...refused.map(refusedLine),
];

export const refusedLine = ({ id, reasons }: RefusedStudy): string =>
  `- ${wrap(`${id}: ${reasons.map(({ says }) => says.replace(/\.$/, "")).join("; ")}.`, "  ")}`;
