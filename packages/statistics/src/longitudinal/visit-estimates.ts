import { ok, type Result, refuse } from "@calcar/vocabulary";
import type { Vector } from "../numerics/matrix.ts";
import { badRows, codeLabels, type GroupLabel } from "../survival/follow-up.ts";
import { type Contrast, type ContrastEstimate, contrasts, type DfMethod } from "./contrast.ts";
import { type MmrmFit, mmrm } from "./mmrm.ts";

export interface TrialVisits {
  readonly y: Vector;
  readonly subject: ArrayLike<GroupLabel>;
  readonly visit: ArrayLike<GroupLabel>;
  readonly arm: ArrayLike<GroupLabel>;
  /** Baseline values by name, the same on every row of a subject; each gets its own slope at each visit. */
  readonly baseline?: Readonly<Record<string, Vector>>;
}

export interface VisitMean extends ContrastEstimate {
  readonly visit: GroupLabel;
  readonly arm: GroupLabel;
}

export interface VisitEstimates {
  readonly fit: MmrmFit;
  /** Mean of each arm at each visit, at the average baseline. */
  readonly means: readonly VisitMean[];
  /** Difference of each other arm from the reference arm at each visit. */
  readonly differences: readonly VisitMean[];
}

/**
 * Means of the arms at each visit, and their differences, from a mixed model for repeated measures.
 *
 * Every arm has its own mean at every visit, every baseline value its own slope at every visit, and the covariance within
 * subjects is unstructured.
 *
 * @param reference arm from which differences are taken
 * @param method how uncertainty about the covariance enters; Kenward-Roger by default
 * @refuses as `mmrm` and `contrasts`; not-found/reference-arm; invalid/baseline-NAME;
 *   not-applicable/collinear-fixed-effects names arm and visit where a cell has no row
 * @throws RangeError when columns differ in length
 * @source mallinckrodt-2008, kenward-roger-1997
 */
export function visitEstimates(
  data: TrialVisits,
  reference: GroupLabel,
  method: DfMethod = "kenward-roger",
  level = 0.95,
): Result<VisitEstimates> {
  const visits = codeLabels(data.visit);
  const arms = codeLabels(data.arm);
  if (data.y.length > 0 && !arms.labels.includes(reference)) return refuse("not-found", "reference-arm");
  const bad = Object.entries(data.baseline ?? {})
    .map(([name, column]) => badRows(`baseline-${name}`, column, Number.isFinite))
    .find(Boolean);
  if (bad) return bad;
  const cells = visits.labels.flatMap((visit) => arms.labels.map((arm) => ({ visit, arm, name: cellName(visit, arm) })));
  const fixed = { ...cellColumns(data, cells), ...baselineColumns(data, visits.labels) };
  const fit = mmrm({ y: data.y, subject: data.subject, visit: data.visit, fixed });
  if (!fit.ok) return fit;
  const mean = (cell: Cell): Contrast => ({ label: cell.name, weights: { [cell.name]: 1 } });
  const others = cells.filter(({ arm }) => arm !== reference);
  const difference = ({ visit, name }: Cell): Contrast => ({ label: name, weights: { [name]: 1, [cellName(visit, reference)]: -1 } });
  const estimates = contrasts(fit.value, [...cells.map(mean), ...others.map(difference)], method, level);
  if (!estimates.ok) return estimates;
  const placed = (list: readonly Cell[], from: number) => list.map(({ visit, arm }, i) => ({ ...estimates.value[from + i]!, visit, arm }));
  return ok({ fit: fit.value, means: placed(cells, 0), differences: placed(others, cells.length) });
}

interface Cell {
  readonly visit: GroupLabel;
  readonly arm: GroupLabel;
  readonly name: string;
}

const cellName = (visit: GroupLabel, arm: GroupLabel): string => `${arm} at ${visit}`;

function cellColumns({ y, visit, arm }: TrialVisits, cells: readonly Cell[]): Record<string, Float64Array> {
  const column = (cell: Cell) => Float64Array.from(y, (_, row) => (visit[row] === cell.visit && arm[row] === cell.arm ? 1 : 0));
  return Object.fromEntries(cells.map((cell) => [cell.name, column(cell)]));
}

/** Baseline values less their mean over subjects, visit by visit. */
function baselineColumns({ y, visit, subject, baseline = {} }: TrialVisits, visits: readonly GroupLabel[]): Record<string, Float64Array> {
  const seen = new Set<GroupLabel>();
  const firstRows = Array.from(y, (_, row) => row).filter((row) => !seen.has(subject[row]!) && seen.add(subject[row]!));
  const columns = Object.entries(baseline).flatMap(([name, values]) => {
    const mean = firstRows.reduce((sum, row) => sum + values[row]!, 0) / firstRows.length;
    return visits.map(
      (at) => [`${name} at ${at}`, Float64Array.from(y, (_, row) => (visit[row] === at ? values[row]! - mean : 0))] as const,
    );
  });
  return Object.fromEntries(columns);
}
