export { answerEvaluation, readAnswer } from "./answers/answer.store.ts";
export { createEvaluation, type MovedOn, readEvaluation, type Saved, saveEvaluation } from "./evaluations/evaluation.store.ts";
export type { EvaluationEvent, EvaluationState, ValidateFacts } from "./evaluations/evaluation.ts";
export { type EvaluationStep, evaluationAt, readHistory } from "./evaluations/evaluation-history.store.ts";
export { type HipWanted, openHip } from "./hips/hip.store.ts";
export { listPatients, type Patient } from "./patients/patient.store.ts";
export type { InvalidInput } from "./refusals.ts";
export { listHips, readOverview, type SiteCounts } from "./site/overview.store.ts";
