export { type CumulatedStudy, cumulativeByYear } from "./effects/cumulative-by-year.ts";
export { noEffect } from "./effects/natural-scale.ts";
export { rScript } from "./effects/r-script.ts";
export { LEAST_FOR_SMALL_STUDY_TEST } from "./effects/small-study.ts";
export { LEAST_FOR_SUBGROUP_TEST } from "./effects/subgroup-analyses.ts";
export { type EvidenceLine, evidenceLine } from "./evidence-line.ts";
export { ARM_COLUMNS, type ArmColumn, type ArmRecord, armRecords } from "./exports/arm-records.ts";
export { armsCsv } from "./exports/arms-csv.ts";
export { evidenceBundle } from "./exports/fhir/evidence-bundle.ts";
export type { R5Bundle } from "./exports/fhir/r5.ts";
export { type Due, STATES, type State } from "./freshness/due.ts";
export {
  type Freshness,
  freshness,
  type Overdue,
  type QuestionState,
  questionFreshness,
  type Reviewed,
  type TrialState,
} from "./freshness/freshness.ts";
export { staleAfter } from "./freshness/stale-after.ts";
export { staleLine } from "./freshness/stale-line.ts";
export { type Impact, impact, type Leaning } from "./impact/impact.ts";
export type { Estimate, MovedQuestion } from "./impact/moved-questions.ts";
export { type Coordinate, type Member, type Membership, type Miss, type Refused, WIDENINGS, type Widening } from "./members/miss.ts";
export { membersOf } from "./members/question-members.ts";
export { type CheckedStatement, checkNumbers } from "./printed/check-numbers.ts";
export { readStatements } from "./printed/read-statements.ts";
export type { Statement } from "./printed/statement.ts";
export { studyStatements } from "./printed/study-statements.ts";
export { type TypicalSd, typicalSds } from "./printed/typical-sd.ts";
export { CHECKS, type CheckName, type Verdict } from "./printed/verdict.ts";
export { answerQuestion } from "./questions/answer-question.ts";
export { type Choice, FIRST_SHOWN } from "./questions/choice.ts";
export { findQuestion, listQuestions, type QuestionSummary } from "./questions/find-question.ts";
export { type BenchmarkFilter, type BenchmarkRow, type BenchmarkRows, benchmarks } from "./registers/benchmarks.ts";
export { type PublishedPool, type PublishedPools, publishedPools, type ReviewPool, reviewPools } from "./registers/published-pools.ts";
export { type NotFound, notFoundAbout, type PastSearch, searchesOf } from "./registers/searched-in-vain.ts";
export { isRunning, trialNotes, trialsOf, trialsRunning, trialsUnreported } from "./registers/trials.ts";
export type {
  AnswerCertainty,
  ArmNumbers,
  ChangeRow,
  ChangeSeries,
  CiMethod,
  NothingDirect,
  Pooled,
  PooledStudy,
  ProportionAnswer,
  ProportionRow,
  QuestionAnswer,
  RefusedStudy,
  StudyRiskOfBias,
  SubgroupAnalysis,
  SubgroupCoordinate,
  Tau2Method,
} from "./schema.ts";
export { CI_METHODS, SUBGROUP_COORDINATES, TAU2_METHODS } from "./schema.ts";
export { studyLabel } from "./studies/study-label.ts";
export { type StudyPage, studyPage } from "./studies/study-page.ts";
export { effectText, numberText, printedText, pText, ratioText } from "./words/number-text.ts";
