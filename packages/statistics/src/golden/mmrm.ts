import { mmrm } from "../longitudinal/mmrm.ts";
import { toRows } from "../numerics/matrix.ts";
import type { GroupLabel } from "../survival/follow-up.ts";
import { unwrap } from "./meta.ts";
import { levelsIn, type ModelTable, modelTable, responseColumn, subjectColumn } from "./model-table.ts";
import { designOf } from "./model-words.ts";
import type { GoldenAnswer, GoldenQuestion } from "./question.ts";
import { listOf } from "./survival-inputs.ts";

/** Op `mmrm`: the fixed effects are read from the names of the coefficients; the visits by their number. */
export function mmrmCase(question: GoldenQuestion): GoldenAnswer {
  const table = modelTable(question);
  const { fixed, sources } = designOf(question, table);
  const visit = visitColumn(question, table, sources);
  const subject = subjectColumn(question, table, visit);
  const reml = question.args.REML !== false;
  const fit = unwrap(
    mmrm(
      {
        y: responseColumn(table, new Set([subject, visit, ...sources])),
        fixed,
        subject: table.columns[subject] as readonly GroupLabel[],
        visit: table.columns[visit] as readonly GroupLabel[],
      },
      reml ? "REML" : "ML",
    ),
  );
  // with ML the reference scales its covariance of the coefficients by n / (n - p)
  const factor = reml ? 1 : fit.n / (fit.n - fit.fixed.length);
  return {
    coef_names: fit.fixed.map(({ name }) => name),
    coef: fit.fixed.map(({ estimate }) => estimate),
    se: fit.fixed.map(({ se }) => se * Math.sqrt(factor)),
    vcov: toRows(fit.vcov).map((line) => line.map((value) => value * factor)),
    V: toRows(fit.covariance),
    logLik: fit.logLik,
    n: fit.n,
  };
}

/** The column of visits: as many as the covariance has rows; one of the model if there is one. */
function visitColumn({ expected }: GoldenQuestion, { columns }: ModelTable, sources: ReadonlySet<string>): string {
  const visits = listOf(expected.V).length;
  const fitting = Object.keys(columns).filter((name) => levelsIn(columns[name]!) === visits);
  const found =
    ["visit", "week", "month", "time"].find((name) => fitting.includes(name)) ?? fitting.find((name) => sources.has(name)) ?? fitting[0];
  if (!found) throw new Error("no column of visits");
  return found;
}
