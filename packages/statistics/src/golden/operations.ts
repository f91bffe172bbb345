import { biasOperations } from "./bias.ts";
import { distributionOperations } from "./distributions.ts";
import { edgeOperations } from "./edge.ts";
import { effectSizeOperations } from "./effect-sizes.ts";
import { glmmOperations } from "./glmm.ts";
import { longitudinalOperations } from "./longitudinal.ts";
import { metaOperations } from "./meta.ts";
import { multilevelOperations } from "./multilevel.ts";
import type { Operations } from "./operation.ts";
import { rareOperations } from "./rare.ts";
import { sitesOperations } from "./sites.ts";
import { survivalOperations } from "./survival.ts";

/** Every operation the golden files may ask for. */
export const OPERATIONS: Operations = {
  ...biasOperations,
  ...distributionOperations,
  ...edgeOperations,
  ...effectSizeOperations,
  ...glmmOperations,
  ...metaOperations,
  ...multilevelOperations,
  ...rareOperations,
  ...survivalOperations,
  ...sitesOperations,
  ...longitudinalOperations,
};
