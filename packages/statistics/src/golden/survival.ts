import { cuminc, fineGrayCase } from "./competing.ts";
import { coxCase } from "./cox.ts";
import { km } from "./kaplan-meier.ts";
import { logrank } from "./log-rank.ts";
import { multistate } from "./multistate.ts";
import type { Operations } from "./operation.ts";
import { answering } from "./question.ts";

/** Times to events. */
export const survivalOperations: Operations = {
  cox: answering(coxCase),
  cuminc: answering(cuminc),
  fine_gray: answering(fineGrayCase),
  multistate: answering(multistate),
  km: answering(km),
  logrank,
};
