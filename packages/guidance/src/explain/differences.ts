import type { Recommendation } from "../schema.ts";

/** One plain sentence for each thing that a reader would see differently; none when nothing moved. */
export function differences(then: Recommendation, today: Recommendation): string[] {
  const changed = (what: string, before: string, after: string) =>
    before === after ? [] : [`The ${what} was ${before} and is ${after} today.`];
  const moved = (what: string, before: readonly string[], after: readonly string[]) => [
    ...after.filter((id) => !before.includes(id)).map((id) => `New ${what}: ${id}.`),
    ...before.filter((id) => !after.includes(id)).map((id) => `No longer ${what}: ${id}.`),
  ];
  const criteria = (reasons: Recommendation["reasons"]) => reasons.map(({ criterion }) => criterion);
  return [
    ...changed("answer", then.answer, today.answer),
    ...changed("pathway", then.pathway, today.pathway),
    ...moved("among the reasons", criteria(then.reasons), criteria(today.reasons)),
    ...moved("among the warnings", criteria(then.warnings), criteria(today.warnings)),
    ...moved(
      "among the missing facts",
      then.missing.map(({ fact }) => fact),
      today.missing.map(({ fact }) => fact),
    ),
    ...moved(
      "among the guideline positions",
      then.positions.map(({ id }) => id),
      today.positions.map(({ id }) => id),
    ),
    ...today.positions.flatMap(({ id, standing }) => {
      const before = then.positions.find((position) => position.id === id);
      const isNew = before !== undefined && standing !== undefined && before.standing?.by !== standing.by;
      return isNew ? [`The guideline behind ${id} has since been ${standing.is} by ${standing.by}.`] : [];
    }),
    ...today.evidence.flatMap((line) =>
      evidenceMoved(
        then.evidence.find(({ question }) => question === line.question),
        line,
      ),
    ),
    ...moved(
      "among the evidence",
      then.evidence.map(({ question }) => question),
      today.evidence.map(({ question }) => question),
    ),
  ];
}

type Line = Recommendation["evidence"][number];

function evidenceMoved(before: Line | undefined, after: Line): string[] {
  if (before === undefined || said(before) === said(after)) return [];
  return [`The evidence on ${after.question} was ${said(before)} and is ${said(after)} today.`];
}

function said({ measure, estimate, ci, k, certainty }: Line): string {
  const effect =
    estimate === undefined || ci === undefined ? "" : `${measure} ${estimate.toFixed(2)} (${ci[0].toFixed(2)} to ${ci[1].toFixed(2)}), `;
  return `${effect}${k} ${k === 1 ? "study" : "studies"}, certainty ${certainty}`;
}
