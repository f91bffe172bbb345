import { coxCase } from "./cox.ts";
import { km } from "./kaplan-meier.ts";
import { logrank } from "./log-rank.ts";
import type { Operations } from "./operation.ts";
import { answering } from "./question.ts";

/** Times to events. */
export const survivalOperations: Operations = {
  cox: answering(coxCase),
  km: answering(km),
  logrank: answering(logrank),
};
