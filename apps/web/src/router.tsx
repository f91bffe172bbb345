import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";
import { needsSignIn } from "./api/call.ts";
import { FailurePage } from "./api/failure.tsx";
import {
  answerQuery,
  benchmarksQuery,
  evaluationQuery,
  factsQuery,
  freshnessQuery,
  guidelinesQuery,
  hipsQuery,
  impactQuery,
  instrumentQuery,
  instrumentsQuery,
  overviewQuery,
  patientsQuery,
  publishedPoolsQuery,
  questionQuery,
  questionsQuery,
  searchesQuery,
  sessionQuery,
  sourceQuery,
  studiesQuery,
  studyQuery,
  trialsQuery,
} from "./api/queries.ts";
import { readPoolSearch } from "./evidence/pool-search.ts";
import { readStudyFilter } from "./evidence/study-filter.ts";
import { wordsQuery } from "./extraction/extraction-queries.ts";
import { readPart } from "./extraction/form-parts.ts";
import { readCompareSearch } from "./library/compare-search.ts";
import { lastVersion, libraryPageQuery, libraryQuery } from "./library/library-queries.ts";
import { loadPageTexts } from "./messages/messages.tsx";
import { NotFound } from "./shell/not-found.tsx";
import { PublicShell, Shell } from "./shell/shell.tsx";

interface Context {
  readonly queries: QueryClient;
}

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFound });

const open = createRoute({ getParentRoute: () => root, id: "open", component: PublicShell });
const welcome = createRoute({
  getParentRoute: () => open,
  path: "/welcome",
  component: lazyRouteComponent(() => import("./access/welcome.tsx"), "Welcome"),
});
const signIn = createRoute({
  getParentRoute: () => open,
  path: "/sign-in",
  validateSearch: ({ from }: Record<string, unknown>): { from?: string } => (typeof from === "string" ? { from } : {}),
  component: lazyRouteComponent(() => import("./access/sign-in.tsx"), "SignIn"),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: "signed-in",
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queries.ensureQueryData(sessionQuery);
    } catch (failure) {
      if (needsSignIn(failure)) throw redirect({ to: "/sign-in", search: location.href === "/" ? {} : { from: location.href } });
      throw failure;
    }
  },
});

/** Pages whose texts the first visit does without. */
const reading = createRoute({ getParentRoute: () => signedIn, id: "reading", beforeLoad: loadPageTexts });

const overview = createRoute({
  getParentRoute: () => signedIn,
  path: "/",
  loader: ({ context: { queries } }) => Promise.all([queries.fetchQuery(overviewQuery), queries.ensureQueryData(factsQuery)]),
  component: lazyRouteComponent(() => import("./overview/overview.tsx"), "OverviewPage"),
});
const hips = createRoute({
  getParentRoute: () => signedIn,
  path: "/hips",
  loader: ({ context: { queries } }) => Promise.all([queries.fetchQuery(hipsQuery), queries.ensureQueryData(factsQuery)]),
  component: lazyRouteComponent(() => import("./registry/hips.tsx"), "HipsPage"),
});
const evaluate = createRoute({
  getParentRoute: () => signedIn,
  path: "/evaluate",
  validateSearch: ({ pseudonym, side }: Record<string, unknown>): { pseudonym?: string; side?: "left" | "right" } => ({
    ...(typeof pseudonym === "string" ? { pseudonym } : {}),
    ...(side === "left" || side === "right" ? { side } : {}),
  }),
  loader: ({ context: { queries } }) => Promise.all([queries.fetchQuery(patientsQuery), queries.fetchQuery(hipsQuery)]),
  component: lazyRouteComponent(() => import("./registry/evaluate.tsx"), "EvaluatePage"),
});
const evaluation = createRoute({
  getParentRoute: () => signedIn,
  path: "/evaluations/$id",
  loader: ({ context: { queries }, params }) =>
    Promise.all([queries.fetchQuery(evaluationQuery(params.id)), queries.ensureQueryData(factsQuery)]),
  component: lazyRouteComponent(() => import("./registry/evaluation-page.tsx"), "EvaluationPage"),
});
const answer = createRoute({
  getParentRoute: () => reading,
  path: "/answers/$id",
  loader: ({ context: { queries }, params }) =>
    Promise.all([queries.ensureQueryData(answerQuery(params.id)), queries.ensureQueryData(factsQuery)]),
  component: lazyRouteComponent(() => import("./guidance/answer-page.tsx"), "AnswerPage"),
});

const questions = createRoute({
  getParentRoute: () => reading,
  path: "/evidence",
  loader: ({ context: { queries } }) => queries.ensureQueryData(questionsQuery),
  component: lazyRouteComponent(() => import("./evidence/questions-page.tsx"), "QuestionsPage"),
});
const question = createRoute({
  getParentRoute: () => reading,
  path: "/evidence/questions/$id",
  validateSearch: readPoolSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, params, deps }) => queries.ensureQueryData(questionQuery(params.id, deps)),
  component: lazyRouteComponent(() => import("./evidence/question-page.tsx"), "QuestionPage"),
});
const studies = createRoute({
  getParentRoute: () => reading,
  path: "/evidence/studies",
  validateSearch: readStudyFilter,
  loader: ({ context: { queries } }) => queries.ensureQueryData(studiesQuery),
  component: lazyRouteComponent(() => import("./evidence/studies-page.tsx"), "StudiesPage"),
});
const study = createRoute({
  getParentRoute: () => reading,
  path: "/evidence/studies/$id",
  loader: ({ context: { queries }, params }) =>
    Promise.all([queries.ensureQueryData(studyQuery(params.id)), queries.ensureQueryData(questionsQuery)]),
  component: lazyRouteComponent(() => import("./evidence/study-page.tsx"), "StudyPageView"),
});
const guidelines = createRoute({
  getParentRoute: () => reading,
  path: "/evidence/guidelines",
  loader: ({ context: { queries } }) => queries.ensureQueryData(guidelinesQuery),
  component: lazyRouteComponent(() => import("./evidence/guidelines-page.tsx"), "GuidelinesPageView"),
});
const impact = createRoute({
  getParentRoute: () => reading,
  path: "/evidence/studies/$id/impact",
  loader: ({ context: { queries }, params }) => queries.ensureQueryData(impactQuery(params.id)),
  component: lazyRouteComponent(() => import("./evidence/impact/impact-page.tsx"), "ImpactPageView"),
});
const freshness = createRoute({
  getParentRoute: () => reading,
  path: "/evidence/freshness",
  loader: ({ context: { queries } }) => queries.ensureQueryData(freshnessQuery),
  component: lazyRouteComponent(() => import("./evidence/freshness/freshness-page.tsx"), "FreshnessPageView"),
});
const trials = createRoute({
  getParentRoute: () => reading,
  path: "/evidence/trials",
  loader: ({ context: { queries } }) => queries.ensureQueryData(trialsQuery),
  component: lazyRouteComponent(() => import("./evidence/registers/trials-page.tsx"), "TrialsPageView"),
});
const benchmarks = createRoute({
  getParentRoute: () => reading,
  path: "/evidence/hip-replacement",
  loader: ({ context: { queries } }) => queries.ensureQueryData(benchmarksQuery),
  component: lazyRouteComponent(() => import("./evidence/registers/benchmarks-page.tsx"), "BenchmarksPageView"),
});
const reviews = createRoute({
  getParentRoute: () => reading,
  path: "/evidence/reviews",
  loader: ({ context: { queries } }) => queries.ensureQueryData(publishedPoolsQuery),
  component: lazyRouteComponent(() => import("./evidence/registers/reviews-page.tsx"), "ReviewsPageView"),
});
const searches = createRoute({
  getParentRoute: () => reading,
  path: "/evidence/searches",
  loader: ({ context: { queries } }) => queries.ensureQueryData(searchesQuery),
  component: lazyRouteComponent(() => import("./evidence/registers/searches-page.tsx"), "SearchesPageView"),
});
const source = createRoute({
  getParentRoute: () => reading,
  path: "/evidence/sources/$id",
  loader: ({ context: { queries }, params }) => queries.ensureQueryData(sourceQuery(params.id)),
  component: lazyRouteComponent(() => import("./evidence/source-page.tsx"), "SourcePageView"),
});

const extract = createRoute({
  getParentRoute: () => reading,
  path: "/evidence/extract",
  validateSearch: readPart,
  loader: ({ context: { queries } }) => queries.ensureQueryData(wordsQuery),
  component: lazyRouteComponent(() => import("./extraction/add-study-page.tsx"), "AddStudyPage"),
});
const compareReadings = createRoute({
  getParentRoute: () => reading,
  path: "/evidence/extract/compare",
  component: lazyRouteComponent(() => import("./extraction/compare-page.tsx"), "CompareReadingsPage"),
});

const instruments = createRoute({
  getParentRoute: () => reading,
  path: "/instruments",
  loader: ({ context: { queries } }) => queries.ensureQueryData(instrumentsQuery),
  component: lazyRouteComponent(() => import("./instruments/instruments-page.tsx"), "InstrumentsPage"),
});
const instrument = createRoute({
  getParentRoute: () => reading,
  path: "/instruments/$id",
  loader: ({ context: { queries }, params }) => queries.ensureQueryData(instrumentQuery(params.id)),
  component: lazyRouteComponent(() => import("./instruments/instrument-page.tsx"), "InstrumentPageView"),
});
const check = createRoute({
  getParentRoute: () => reading,
  path: "/check",
  validateSearch: ({ page }: Record<string, unknown>): { page?: string } => (typeof page === "string" ? { page } : {}),
  loaderDeps: ({ search: { page } }) => ({ page }),
  loader: ({ context: { queries }, deps: { page } }) => (page === undefined ? null : lastVersion(queries, page)),
  component: lazyRouteComponent(() => import("./claims/check-page.tsx"), "CheckPageView"),
});
const library = createRoute({
  getParentRoute: () => reading,
  path: "/library",
  loader: ({ context: { queries } }) => queries.fetchQuery(libraryQuery),
  component: lazyRouteComponent(() => import("./library/library-page.tsx"), "LibraryPageView"),
});
const libraryPage = createRoute({
  getParentRoute: () => reading,
  path: "/library/$id",
  loader: ({ context: { queries }, params }) => queries.fetchQuery(libraryPageQuery(params.id)),
  component: lazyRouteComponent(() => import("./library/history-page.tsx"), "HistoryPageView"),
});
const libraryVersion = createRoute({
  getParentRoute: () => reading,
  path: "/library/$id/versions/$version",
  validateSearch: ({ rules }: Record<string, unknown>): { rules?: "today" } => (rules === "today" ? { rules } : {}),
  component: lazyRouteComponent(() => import("./library/version-page.tsx"), "VersionPageView"),
});
const compare = createRoute({
  getParentRoute: () => reading,
  path: "/compare",
  validateSearch: readCompareSearch,
  component: lazyRouteComponent(() => import("./library/compare-page.tsx"), "ComparePageView"),
});

const tree = root.addChildren([
  open.addChildren([welcome, signIn]),
  signedIn.addChildren([
    overview,
    hips,
    evaluate,
    evaluation,
    reading.addChildren([
      answer,
      questions,
      question,
      studies,
      study,
      impact,
      guidelines,
      freshness,
      trials,
      benchmarks,
      reviews,
      searches,
      source,
      extract,
      compareReadings,
      instruments,
      instrument,
      check,
      library,
      libraryPage,
      libraryVersion,
      compare,
    ]),
  ]),
]);

/** Every page of Calcar in one readable list, each loaded when it is first opened. */
export const createAppRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    defaultStaleReloadMode: "blocking", // a record is never shown as it was before somebody changed it
    scrollRestoration: true,
    defaultErrorComponent: FailurePage,
    defaultNotFoundComponent: NotFound,
  });
