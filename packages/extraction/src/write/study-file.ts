import type { Source } from "@calcar/catalog/schema";
import type { FigureRead } from "../check/figure-read.ts";
import type { StudyBuilt } from "../check/study.ts";
import type { StudyDraft } from "../draft/study-draft.ts";
import { type Comments, yamlOf } from "./yaml.ts";

/** A file to be reviewed and committed by a person: its path below knowledge/ and its text. */
export interface DraftFile {
  readonly path: string;
  readonly text: string;
}

const FLOW = new Set(["ground", "scale", "product", "baseline", "followUp", "change", "baselineMedian", "followUpMedian", "extra"]);
const NO_COMMENTS: Comments = new Map();

/** The files of a draft: its study, and the record of its paper where that is not on file. */
export function filesOf(built: StudyBuilt, draft: StudyDraft): DraftFile[] {
  const { study, source } = built;
  return [
    { path: `studies/${study.id}/study.yaml`, text: yamlOf(study, FLOW, commentsOf(built, draft)) },
    ...(source ? [{ path: `sources/${source.id}.yaml`, text: sourceText(source) }] : []),
  ];
}

export const sourceText = (source: Source): string => yamlOf(source, FLOW, NO_COMMENTS);

/** Where each number comes from, above the number; who read the paper and who decided what, at the top. */
function commentsOf({ arms, outcomes, totals }: StudyBuilt, draft: StudyDraft): Comments {
  return new Map([
    ["", [...readers(draft), ...decisions(draft)]],
    ...figureComments("patients", totals.patients),
    ...figureComments("hips", totals.hips),
    ...figureComments("followUpMonths", totals.months),
    ...arms.flatMap(({ sizes }, i) => [
      ...figureComments(`arms[${i}].hips`, sizes.hips),
      ...figureComments(`arms[${i}].patients`, sizes.patients),
    ]),
    ...outcomes.map(({ comments }, i) => [`outcomes[${i}]`, comments] as const),
  ]);
}

function figureComments(path: string, read: FigureRead | undefined): (readonly [string, readonly string[]])[] {
  if (read === undefined) return [];
  const { how, source, at, verified, note } = read.figure;
  return [[path, [`${how}, ${source}, ${at} (${verified})${note?.trim() ? `: ${note}` : ""}`]]];
}

const readers = ({ readers: list = [] }: StudyDraft): string[] =>
  list.flatMap(({ who, on }) => (who?.trim() ? [`Read by ${who} on ${on}.`] : []));

const decisions = ({ decisions: list = [] }: StudyDraft): string[] =>
  list.map(
    ({ field, first, second, value, by, why }) =>
      `Read differently: ${field}: ${shown(first)} and ${shown(second)}. Decided by ${by}: ${shown(value)}, because ${why}`,
  );

const shown = (value: string): string => (value === "" ? "nothing" : JSON.stringify(value));
