import type {
  AnswerNow,
  BenchmarksPage,
  EvaluationRecord,
  FactForm,
  FreshnessPage,
  GuidelinesPage,
  Hips,
  ImpactPage,
  InstrumentPage,
  Instruments,
  Overview,
  Patients,
  PublishedPoolsPage,
  QuestionAnswer,
  Questions,
  SearchesPage,
  Session,
  SourcePage,
  Studies,
  StudyPage,
  TrialsPage,
} from "@calcar/contract";
import { queryOptions } from "@tanstack/react-query";
import { call } from "./call.ts";

const WHILE_OPEN = Number.POSITIVE_INFINITY; // knowledge does not change under a running server
const A_MOMENT = 5_000;

const reading = <T>(path: string, staleTime: number) =>
  queryOptions({ queryKey: [path], queryFn: ({ signal }) => call<T>(path, { signal }), staleTime });

const idPath = (resource: string, id: string): string => `/api/${resource}/${encodeURIComponent(id)}`;

export const sessionQuery = reading<Session>("/api/session", 60_000);
export const overviewQuery = reading<Overview>("/api/overview", 0);
export const hipsQuery = reading<Hips>("/api/hips", 0);
export const patientsQuery = reading<Patients>("/api/patients", A_MOMENT);
export const factsQuery = reading<FactForm>("/api/facts", WHILE_OPEN);
export const evaluationQuery = (id: string) => reading<EvaluationRecord>(idPath("evaluations", id), 0);
export const answerQuery = (id: string) => reading<AnswerNow>(idPath("answers", id), A_MOMENT);
export const questionsQuery = reading<Questions>("/api/questions", WHILE_OPEN);
export const studiesQuery = reading<Studies>("/api/studies", WHILE_OPEN);
export const studyQuery = (id: string) => reading<StudyPage>(idPath("studies", id), WHILE_OPEN);
export const sourceQuery = (id: string) => reading<SourcePage>(idPath("sources", id), WHILE_OPEN);
export const instrumentsQuery = reading<Instruments>("/api/instruments", WHILE_OPEN);
export const instrumentQuery = (id: string) => reading<InstrumentPage>(idPath("instruments", id), WHILE_OPEN);
export const guidelinesQuery = reading<GuidelinesPage>("/api/guidelines", WHILE_OPEN);
export const freshnessQuery = reading<FreshnessPage>("/api/freshness", 60_000); // of today
export const impactQuery = (id: string) => reading<ImpactPage>(`${idPath("studies", id)}/impact`, WHILE_OPEN);
export const trialsQuery = reading<TrialsPage>("/api/trials", 60_000);
export const benchmarksQuery = reading<BenchmarksPage>("/api/benchmarks", WHILE_OPEN);
export const publishedPoolsQuery = reading<PublishedPoolsPage>("/api/published-pools", WHILE_OPEN);
export const searchesQuery = reading<SearchesPage>("/api/searches", WHILE_OPEN);

/** How a reader wants a question pooled. Absent parts take the server's defaults. */
export interface PoolChoice {
  readonly tau2?: string;
  readonly ci?: string;
  readonly without?: readonly string[];
  readonly widen?: readonly string[];
}

export const poolSearch = ({ tau2, ci, without = [], widen = [] }: PoolChoice): string => {
  const search = new URLSearchParams();
  if (tau2) search.set("tau2", tau2);
  if (ci) search.set("ci", ci);
  for (const study of without) search.append("without", study);
  for (const coordinate of widen) search.append("widen", coordinate);
  return search.size === 0 ? "" : `?${search}`;
};

export const questionQuery = (id: string, choice: PoolChoice = {}) =>
  reading<QuestionAnswer>(`${idPath("questions", id)}${poolSearch(choice)}`, WHILE_OPEN);
