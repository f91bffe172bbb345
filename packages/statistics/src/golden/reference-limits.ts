import type { GoldenCase, GoldenFile, Tolerance } from "./operation.ts";

/** Fields in which the reference is less exact than its file says, and how anyone can see that. */
export interface ReferenceLimit {
  readonly op: string;
  /** Fields concerned; absent means all. */
  readonly fields?: readonly string[];
  /** Whether the limit concerns a case and what we answer to it. */
  readonly when: (testCase: GoldenCase, got: Readonly<Record<string, unknown>>) => boolean;
  /** How exact the reference is there. */
  readonly tolerance: Tolerance;
  /** Which side has no value where the other has one. */
  readonly missing?: "theirs" | "ours";
  readonly reason: string;
  /** What to run or read. */
  readonly proof: string;
}

type When = ReferenceLimit["when"];

const model =
  (name: string): When =>
  ({ args }) =>
    args.model === name;

/** A likelihood that the reference has not climbed to the top of. */
const higher: When = ({ expected }, got) =>
  typeof expected.logLik === "number" && typeof got.logLik === "number" && got.logLik > expected.logLik;

export const REFERENCE_LIMITS: readonly ReferenceLimit[] = [
  {
    op: "distribution",
    fields: ["J"],
    when: () => true,
    tolerance: { rel: 1e-9, abs: 0 },
    reason: "the reference takes the difference of two log-gammas near 6e6, which leaves ten digits at a million degrees of freedom",
    proof: "hedges-j.test.ts multiplies the exact recurrence J(m + 2) / J(m) out in whole numbers of 40 digits",
  },
  {
    op: "henmi_copas",
    fields: ["ci_lb", "ci_ub"],
    when: () => true,
    tolerance: { rel: 2e-4, abs: 1e-5 },
    reason: "the reference finds the multiplier of its standard error with a root search stopped at 1.2e-4",
    proof: "`hc(x, control = list(tol = 1e-13))` gives our limits to ten digits",
  },
  {
    op: "glmm",
    fields: ["se", "ci_lb", "ci_ub"],
    when: model("CM.EL"),
    tolerance: { rel: 1e-2, abs: 2e-3 },
    reason: "the reference's numerical Hessian of the exact likelihood is off by up to 1 percent",
    proof:
      "`rma.glmm(..., control = list(optCtrl = list(reltol = 1e-15), hessianCtrl = list(r = 8)))` gives our standard error to seven digits",
  },
  {
    op: "glmm",
    fields: ["Wald_Q", "Wald_Q_p"],
    when: model("CM.EL"),
    tolerance: { rel: 0.1, abs: 1e-3 },
    reason: "the same Hessian with one effect per study is off by up to 7 percent",
    proof: "the same call gives our statistic to seven digits",
  },
  {
    op: "glmm",
    fields: ["se", "ci_lb", "ci_ub"],
    when: ({ expected }, got) => Number(expected.se) < Number(got.se) / 10,
    tolerance: { rel: 0, abs: 10 },
    reason: "the reference's numerical Hessian broke down: its standard error is less than a tenth of ours, at the same estimate",
    proof: "the standard errors that the reference gives for the other models of the same tables are near ours",
  },
  {
    op: "glmm",
    fields: ["estimate", "tau2", "sigma2", "logLik"],
    when: (testCase, got) => ["CM.EL", "UM.RS"].includes(String(testCase.args.model)) && higher(testCase, got),
    tolerance: { rel: 3e-2, abs: 1e-3 },
    reason: "the reference's optimiser stops short of the maximum of the likelihood",
    proof: "the log-likelihood found here is higher than the reference's",
  },
  {
    op: "glmm",
    fields: ["Wald_Q", "Wald_Q_p"],
    when: model("UM.RS"),
    tolerance: { rel: 0.2, abs: 0.1 },
    reason:
      "a table with an empty cell has no finite effect of its own, and the reference's Wald statistic depends on where its search gives up",
    proof:
      "its own `control` moves it from 12.92 to 12.97 (`glmerCtrl = list(tolPwrss = 1e-11)`) and 13.30 (bobyqa to 1e-10); " +
      "the same likelihood on 721 nodes with the finite effects only gives 12.9094718, ours",
  },
  {
    op: "glmm",
    fields: ["estimate", "se", "ci_lb", "ci_ub", "tau2", "sigma2", "LRT_Q", "LRT_Q_p"],
    when: model("UM.RS"),
    tolerance: { rel: 1e-2, abs: 1e-3 },
    reason: "the reference evaluates its Laplace approximation only until the penalised residuals move by 1e-7",
    proof: "`glmer` on the same model with `glmerControl(tolPwrss = 1e-13)` gives our estimate and standard error to seven digits",
  },
  {
    op: "glmm",
    fields: ["estimate", "se", "ci_lb", "ci_ub", "tau2", "logLik"],
    when: ({ args }) => args.model === "UM.FS" && args.method !== "EE",
    tolerance: { rel: 1e-2, abs: 1e-3 },
    reason: "the reference's default search stops short of the maximum of the likelihood",
    proof: "`glmer` on the same model with bobyqa to 1e-10 gives our estimate, standard error and tau2 to six digits",
  },
  {
    op: "glmm",
    fields: ["Wald_Q", "Wald_Q_p"],
    when: ({ args }) => args.model === "UM.FS",
    tolerance: { rel: 1e-5, abs: 1e-8 },
    reason: "the reference's regression with one effect per study stops at a relative change of 1e-8 in the deviance",
    proof: "`rma.glmm(..., control = list(glmCtrl = list(epsilon = 1e-15)))` gives our statistic to twelve digits",
  },
  {
    op: "selection_model",
    when: (testCase, got) => testCase.args.type === "beta" && higher(testCase, got),
    tolerance: { rel: 0.3, abs: 1e-3 },
    reason: "the reference's integrals are good to 1.2e-4 only, and its search stops short on the flat likelihood",
    proof:
      "`control = list(intCtrl = list(lower = -6, upper = 6, rel.tol = 1e-10, subdivisions = 2000L))` gives our estimates to five digits, " +
      "the same likelihood on 480 Gauss-Legendre nodes our standard error too; the log-likelihood found here is higher than the reference's",
  },
  {
    op: "selection_model",
    fields: ["se"],
    when: ({ args, expected }) => args.type === "beta" && expected.se === null,
    tolerance: { rel: 0, abs: 0 },
    missing: "theirs",
    reason: "the reference cannot invert its Hessian and gives no standard error",
    proof: "the same likelihood on 480 Gauss-Legendre nodes with Richardson's Hessian has ours to five digits",
  },
  {
    op: "tau2_ci",
    fields: ["tau"],
    when: ({ expected }) => ((expected.tau2 as { estimate?: number } | undefined)?.estimate ?? 1) < 1e-13,
    tolerance: { rel: 0, abs: 3.2e-7 },
    reason: "tau2 is 0, where its likelihood falls; the reference's halved steps leave a residue below 1e-13, of which tau is the root",
    proof:
      "the file's own tau2 agrees with 0 within its tolerance, and its tau is the root of it; the same scoring here leaves a residue of " +
      "that size, and the exact answer is 0 (tau2-scoring.test.ts)",
  },
  {
    op: "meta_regression",
    fields: ["R2"],
    when: ({ expected }, got) => typeof expected.tau2 === "number" && expected.tau2 < 1e-13 && got.tau2 === 0 && got.R2 === 0,
    tolerance: { rel: 0, abs: 100 },
    reason: "tau2 is 0 with and without the moderators; the reference takes the share of one residue near 1e-15 in another",
    proof: "the file's own tau2 of both fits is below 1e-13; with `control = list(threshold = 1e-5)` the reference's share is 0, ours",
  },
  ...["leave_one_out", "influence"].map(
    (op): ReferenceLimit => ({
      op,
      when: ({ args }) => ["ML", "REML", "EB"].includes(String(args.method)),
      tolerance: { rel: 0, abs: 0 },
      missing: "theirs",
      reason: "without this study the reference's Fisher scoring does not settle, and it has no answer; the maximum is there",
      proof: "`pool` of the others with `scoring: { threshold: 1e-14, steps: 20000 }` is refused as well, and answers without it",
    }),
  ),
  {
    op: "mmrm",
    when: higher,
    tolerance: { rel: 5e-5, abs: 1e-6 },
    reason: "the reference's general optimiser stops some 5e-9 short of the maximum of the likelihood, which leaves 2e-5 in the estimates",
    proof:
      "the log-likelihood printed here is higher than the reference's; six Newton steps from the reference's own answer lead to ours, " +
      "and on complete data ours has the closed form of the maximum",
  },
  {
    op: "effect_size",
    when: ({ args, expected }) =>
      args.measure === "RTET" && Array.isArray(expected.vi) && expected.vi.some((vi) => vi === null || Number(vi) > 1e6),
    tolerance: { rel: 1e-3, abs: 1e-4 },
    missing: "ours",
    reason: "for a table with an empty cell the reference gives the bound, -1 or 1, without a usable variance; ours has no effect then",
    proof: "the file's own vi is missing there, or astronomic",
  },
];

/** What is known about the exactness of the reference in a field. */
export const referenceLimits = (testCase: GoldenCase, field: string, got: Readonly<Record<string, unknown>>): readonly ReferenceLimit[] =>
  REFERENCE_LIMITS.filter(({ op, fields, when }) => op === testCase.op && (fields?.includes(field) ?? true) && when(testCase, got));

/** Why a case cannot be met by a right answer, or undefined. */
export function referenceDefect({ op, args, expected }: GoldenCase, { cases }: GoldenFile): string | undefined {
  if (op !== "effect_size" || args.correct !== false) return undefined;
  const corrected = cases.find((other) => other.op === op && other.args.measure === args.measure && other.args.correct === undefined);
  const same = corrected !== undefined && JSON.stringify(corrected.expected.yi) === JSON.stringify(expected.yi);
  return same
    ? `the reference took no notice of \`correct = FALSE\`: its values are, digit for digit, those of ${corrected.id}; ours is Cohen's d`
    : undefined;
}
