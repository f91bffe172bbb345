import { mixedModel } from "./mixed-model.ts";
import { mmrmCase } from "./mmrm.ts";
import type { Operations } from "./operation.ts";
import { answering } from "./question.ts";

/** Repeated measures. */
export const longitudinalOperations: Operations = { lmm: answering(mixedModel), mmrm: answering(mmrmCase) };
