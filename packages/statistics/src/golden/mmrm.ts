import { mmrm } from "../longitudinal/mmrm.ts";
import { toRows } from "../numerics/matrix.ts";
import type { GroupLabel } from "../survival/follow-up.ts";
import { unwrap } from "./meta.ts";
import { designOf, type ModelTable, modelTable, responseColumn, subjectColumn } from "./model-words.ts";
import type { GoldenAnswer, GoldenQuestion } from "./question.ts";

/** Op `mmrm`: the fixed effects are read from the names of the coefficients; the visits are the numeric column among them. */
export function mmrmCase(question: GoldenQuestion): GoldenAnswer {
  const table = modelTable(question);
  const { fixed, sources } = designOf(question, table);
  const subject = subjectColumn(question, table);
  const visit = visitColumn(table, sources);
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

function visitColumn({ columns }: ModelTable, sources: ReadonlySet<string>): string {
  const named = ["visit", "week", "month", "time"].find((name) => columns[name]);
  const found = named ?? [...sources].find((name) => columns[name]!.every((value) => typeof value === "number"));
  if (!found) throw new Error("no column of visits");
  return found;
}
