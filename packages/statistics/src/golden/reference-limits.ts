import type { GoldenCase, GoldenFile, Tolerance } from "./operation.ts";

/** Fields in which the reference is known to be less exact than its file says. */
export interface ReferenceLimit {
  readonly op: string;
  /** Fields concerned; absent means all. */
  readonly fields?: readonly string[];
  readonly when: (args: GoldenCase["args"]) => boolean;
  /** How exact the reference is there. */
  readonly tolerance: Tolerance;
  readonly reason: string;
}

export const REFERENCE_LIMITS: readonly ReferenceLimit[] = [
  {
    op: "distribution",
    fields: ["J"],
    when: () => true,
    tolerance: { rel: 1e-9, abs: 0 },
    reason: "the reference takes the difference of two log-gammas, which loses digits at a million degrees of freedom",
  },
  {
    op: "distribution",
    fields: ["lower"],
    when: ({ df, ncp, x }) => Array.isArray(df) && Array.isArray(ncp) && Array.isArray(x) && x.some((value: number) => value < 0),
    tolerance: { rel: 0, abs: 2e-12 },
    reason: "the reference's noncentral t is exact to about 1e-12 absolute, not relative, in the far tail",
  },
  {
    op: "trimfill",
    when: ({ method }) => method !== "EE",
    tolerance: { rel: 2e-4, abs: 1e-6 },
    reason: "the models inside the reference's trim and fill keep its default stopping rule, 1e-5 absolute on tau2",
  },
  {
    op: "henmi_copas",
    fields: ["ci_lb", "ci_ub"],
    when: () => true,
    tolerance: { rel: 2e-4, abs: 1e-5 },
    reason: "the reference finds the multiplier of its standard error with a root search stopped at 1.2e-4",
  },
  {
    op: "glmm",
    fields: ["se", "ci_lb", "ci_ub"],
    when: ({ model }) => model === "CM.EL",
    tolerance: { rel: 5e-3, abs: 1e-4 },
    reason:
      "the reference's numerical Hessian of the exact likelihood is off by up to 0.3 percent; sums over the whole support confirm ours",
  },
  {
    op: "glmm",
    fields: ["Wald_Q", "Wald_Q_p"],
    when: ({ model }) => model === "CM.EL",
    tolerance: { rel: 0.1, abs: 1e-3 },
    reason: "the same Hessian with one effect per study is off by up to 7 percent; sums over the whole support confirm ours",
  },
  {
    op: "glmm",
    fields: ["Wald_Q", "Wald_Q_p"],
    when: ({ model }) => model === "UM.RS",
    tolerance: { rel: 3e-3, abs: 1e-3 },
    reason: "the reference's information of the effects rests on a seven-point quadrature",
  },
  {
    op: "glmm",
    fields: ["Wald_Q", "Wald_Q_p"],
    when: () => true,
    tolerance: { rel: 1e-5, abs: 1e-8 },
    reason: "the reference's regression with one effect per study stops at a relative change of 1e-8 in the deviance",
  },
  {
    op: "selection_model",
    when: ({ type }) => type === "beta",
    tolerance: { rel: 4e-3, abs: 1e-4 },
    reason: "the reference stops with tau2 just above 0 and inverts the information there",
  },
  {
    op: "tau2_ci",
    fields: ["tau"],
    when: () => true,
    tolerance: { rel: 0, abs: 2e-7 },
    reason: "where tau2 is 0 the reference leaves a residue near 1e-15, of which tau is the root",
  },
  {
    op: "mmrm",
    when: () => true,
    tolerance: { rel: 5e-5, abs: 1e-6 },
    reason:
      "the reference's general optimiser stops some 5e-9 short of the maximum of the likelihood, which leaves 2e-5 in the estimates; " +
      "on complete data ours has the closed form of the maximum",
  },
];

/** What is known about the exactness of the reference in a field. */
export const referenceLimit = (testCase: GoldenCase, field: string): ReferenceLimit | undefined =>
  REFERENCE_LIMITS.find(({ op, fields, when }) => op === testCase.op && (fields?.includes(field) ?? true) && when(testCase.args));

/** Why a case cannot be met by a right answer, or undefined. */
export function referenceDefect({ op, args }: GoldenCase, { tools }: GoldenFile): string | undefined {
  const oldMetafor = /^[0-3]\./.test(tools?.metafor ?? "");
  if (op === "effect_size" && args.correct === false && oldMetafor) {
    return "this version of the reference does not know `correct = FALSE` and returns the corrected value; ours is Cohen's d";
  }
  return undefined;
}
