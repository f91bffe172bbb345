import { BenchmarksPage, PublishedPoolsPage, SearchesPage, TrialsPage } from "@calcar/contract";
import { benchmarks, freshness, reviewPools } from "@calcar/evidence";
import { dayOf } from "@calcar/vocabulary";
import type { App, Running } from "../app-type.ts";
import { sendRefusal } from "../http/refusal-reply.ts";
import { sourcesOf } from "../knowledge/citations.ts";
import { refusals } from "./refusals.ts";

const config = { act: "knowledge.read" } as const;

/** What stands beside our own answers: registered trials, figures of hip replacement, pools of published reviews, and past searches. */
export function registers(app: App, { catalog, now }: Running): void {
  const knowledge = catalog.version;
  const trials = [...catalog.trials.values()];
  const trialSources = sourcesOf(catalog, trials);
  const replacement = benchmarks(catalog);
  const benchmarksPage = { ...replacement, sources: sourcesOf(catalog, replacement), knowledge };
  const pools = reviewPools(catalog);
  const poolsPage = { ...pools, sources: sourcesOf(catalog, pools), knowledge };
  const searches = [...catalog.searches.values()].toSorted((a, b) => b.on.localeCompare(a.on) || a.id.localeCompare(b.id));

  app.get("/api/trials", { config, schema: { response: { 200: TrialsPage, ...refusals } } }, async (_request, reply) => {
    const today = dayOf(now());
    const found = freshness(catalog, today);
    if (!found.ok) return sendRefusal(reply, found.refusal);
    const { trials: states, questions } = found.value;
    const rows = trials.map((trial) => ({
      trial,
      state: states.find(({ id }) => id === trial.id)!,
      questions: questions.filter((question) => question.trials.some(({ id }) => id === trial.id)).map(({ id }) => id),
    }));
    return { today, trials: rows, sources: trialSources, knowledge };
  });

  app.get("/api/benchmarks", { config, schema: { response: { 200: BenchmarksPage, ...refusals } } }, () => benchmarksPage);
  app.get("/api/published-pools", { config, schema: { response: { 200: PublishedPoolsPage, ...refusals } } }, () => poolsPage);
  app.get("/api/searches", { config, schema: { response: { 200: SearchesPage, ...refusals } } }, () => ({ searches, knowledge }));
}
