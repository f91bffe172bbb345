import {
  ADJUNCT_CLASSES,
  ARM_ROLES,
  CONTROL_CLASSES,
  DESIGN_CLASSES,
  DISEASES,
  JOINTS,
  PHASES,
  PRODUCT_CLASSES,
  ROUTE_CLASSES,
  STANDINGS,
} from "@calcar/catalog/schema";
import { VERIFIED } from "@calcar/vocabulary";
import { HOWS } from "./figure.ts";
import { ChangeReport, CountReport, MEDIAN_USES, ScoreReport } from "./score-report.ts";

const kindsOf = (options: readonly { readonly shape: { readonly as: { readonly values: ReadonlySet<unknown> } } }[]): string[] =>
  options.flatMap(({ shape }) => [...shape.as.values].map(String));

/** The words that a field with a choice takes, by the name of the field. */
export const CHOICES: Readonly<Record<string, readonly string[]>> = {
  designClass: DESIGN_CLASSES,
  joint: JOINTS,
  disease: DISEASES,
  phase: PHASES,
  pooling: STANDINGS,
  role: ARM_ROLES,
  productClass: PRODUCT_CLASSES,
  routeClass: ROUTE_CLASSES,
  controlClass: CONTROL_CLASSES,
  alongside: ADJUNCT_CLASSES,
  verified: VERIFIED,
  how: HOWS,
  use: MEDIAN_USES,
  score: kindsOf(ScoreReport.options),
  change: kindsOf(ChangeReport.options),
  count: kindsOf(CountReport.options),
};
