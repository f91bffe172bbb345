export { answerHeld } from "./answer-held.ts";
export { decide } from "./decide.ts";
export { checkFacts, factsById, type Parsed, parseEvaluation } from "./evaluation/parse-evaluation.ts";
export { MAX_EVALUATION_BYTES, readEvaluation } from "./evaluation/read-evaluation.ts";
export { differences } from "./explain/differences.ts";
export { recommend } from "./recommend.ts";
export { ruleBook } from "./rules/rules.ts";
export type { Evaluation, Facts, Recommendation } from "./schema.ts";
