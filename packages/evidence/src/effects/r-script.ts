import { staleAfter } from "../freshness/stale-after.ts";
import type { CiMethod, Pooled } from "../schema.ts";
import { numberText } from "../words/number-text.ts";
import { isRatio } from "./natural-scale.ts";
import { subgroupLines } from "./r-subgroups.ts";
import { column, comment, quoted, rma } from "./r-words.ts";

/**
 * An R script that reproduces a pooled answer with metafor 3.4 or later, says what to expect, and stops where R disagrees.
 *
 * @returns the whole file, from the counts of each study to the forest plot
 */
export function rScript(answer: Pooled): string {
  return [
    ...heading(answer),
    "",
    "library(metafor)",
    "",
    ...data(answer),
    "",
    ...fit(answer),
    ...(answer.pi ? ["", ...prediction()] : []),
    "",
    ...check(answer),
    "",
    ...figure(answer),
    ...leaveOneOut(answer),
    ...subgroupLines(answer),
    "",
  ].join("\n");
}

function heading({ question, asks, knowledge, lastSearched, freshUntil, without, measure, tau2Method, ciMethod }: Pooled): string[] {
  return [
    comment(`Calcar, question ${question}: ${asks}`),
    comment(`Knowledge ${knowledge}; literature last searched ${lastSearched}, ${staleAfter(freshUntil)}.`),
    comment(`${measure}, tau2 by ${tau2Method}, interval ${ciMethod}; inverse variance, half a unit added to empty cells only.`),
    ...(without.length > 0 ? [comment(`Left out by the reader: ${without.join(", ")}.`)] : []),
    comment("The two hips of one patient are treated as independent, as in Calcar's own analysis."),
  ];
}

function data({ studies, measure }: Pooled): string[] {
  const arms = studies.map(({ intervention, comparator }) => [intervention, comparator] as const);
  const counts = arms.flatMap(([a, b]) => ("events" in a && "events" in b ? [[a, b] as const] : []));
  const means = arms.flatMap(([a, b]) => ("mean" in a && "mean" in b ? [[a, b] as const] : []));
  const lines =
    means.length > 0
      ? [
          `  m1i = ${column(means.map(([a]) => a.mean))}, sd1i = ${column(means.map(([a]) => a.sd))}, n1i = ${column(means.map(([a]) => a.n))},`,
          `  m2i = ${column(means.map(([, b]) => b.mean))}, sd2i = ${column(means.map(([, b]) => b.sd))}, n2i = ${column(means.map(([, b]) => b.n))}`,
        ]
      : [
          `  ai = ${column(counts.map(([a]) => a.events))}, n1i = ${column(counts.map(([a]) => a.total))},`,
          `  ci = ${column(counts.map(([, b]) => b.events))}, n2i = ${column(counts.map(([, b]) => b.total))}`,
        ];
  const names =
    means.length > 0
      ? "m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i, n2i = n2i, slab = study, data = dat"
      : 'ai = ai, n1i = n1i, ci = ci, n2i = n2i, slab = study, data = dat, add = 1/2, to = "only0"';
  return [
    "dat <- data.frame(",
    `  study = ${column(studies.map(({ label }) => quoted(label)))},`,
    ...lines,
    ")",
    `dat <- escalc(measure = "${measure}", ${names})`,
  ];
}

function fit({ tau2Method, ciMethod, k }: Pooled): string[] {
  const method: CiMethod = k === 1 ? "z" : ciMethod;
  if (method !== "mhksj") return [`fit <- ${rma(tau2Method, method === "z" ? "z" : "knha")}`, "print(fit)"];
  return [
    "# Modified Knapp-Hartung: the wider of the two intervals.",
    `normal <- ${rma(tau2Method, "z")}`,
    `knapp <- ${rma(tau2Method, "knha")}`,
    "fit <- if (knapp$ci.ub - knapp$ci.lb > normal$ci.ub - normal$ci.lb) knapp else normal",
    "print(fit)",
  ];
}

/** Higgins, Thompson and Spiegelhalter's interval, written out because metafor's argument for it changed its name. */
const prediction = (): string[] => [
  "# Prediction interval: t with k - 2 degrees of freedom.",
  "half <- qt(0.975, fit$k - 2) * sqrt(fit$tau2 + fit$se^2)",
  "pi <- c(fit$beta - half, fit$beta + half)",
];

function check({ estimate, ci, pi, tau2, q, i2, measure, tau2Method }: Pooled): string[] {
  const natural = isRatio(measure) ? "exp" : "as.numeric";
  const interval = ([low, high]: readonly [number, number]) => `c(${low}, ${high})`;
  const shown = (value: number) => numberText(value, 4);
  return [
    comment(
      `Calcar found ${measure} ${shown(estimate)} (${shown(ci[0])} to ${shown(ci[1])}), tau2 ${shown(tau2)}, I2 ${numberText(i2, 1)}%, Q ${shown(q)}.`,
    ),
    "agree <- function(name, r, calcar) {",
    "  stopifnot(all(abs(r - calcar) <= 1e-5 * pmax(1, abs(calcar))))",
    '  cat(name, "agrees:", format(r, digits = 6), "\\n")',
    "}",
    `agree("estimate", ${natural}(fit$beta[1]), ${estimate})`,
    `agree("interval", ${natural}(c(fit$ci.lb, fit$ci.ub)), ${interval(ci)})`,
    ...(pi ? [`agree("log prediction interval", pi, ${isRatio(measure) ? `log(${interval(pi)})` : interval(pi)})`] : []),
    ...(tau2Method === "FE" ? [] : [`agree("tau2", fit$tau2, ${tau2})`]),
    `agree("Q", fit$QE, ${q})`,
    `agree("I2", fit$I2, ${i2})`,
  ];
}

const figure = ({ measure, comparison, outcome }: Pooled): string[] => [
  `forest(fit, ${isRatio(measure) ? "atransf = exp, " : ""}header = TRUE, xlab = ${quoted(`${outcome}: ${comparison.intervention} against ${comparison.comparator}`)})`,
];

/** metafor's own leave-one-out needs three studies, and no Knapp-Hartung interval exists for one. */
function leaveOneOut({ k, leaveOneOut: left, measure, ciMethod }: Pooled): string[] {
  if (k < 3 || ciMethod === "mhksj") return [];
  const lines = left.map(({ without, estimate, ci }) =>
    comment(`  without ${without}: ${[estimate, ...ci].map((value) => numberText(value, 4)).join(", ")}`),
  );
  return ["", comment("Leave one out; Calcar found"), ...lines, `leave1out(fit${isRatio(measure) ? ", transf = exp" : ""})`];
}
