import { FreshnessPage, ImpactPage } from "@calcar/contract";
import { freshness as freshnessOf, impact, type QuestionState, studyLabel } from "@calcar/evidence";
import { dayOf } from "@calcar/vocabulary";
import { z } from "zod";
import type { App, Running } from "../app-type.ts";
import { sendRefusal } from "../http/refusal-reply.ts";
import { refusals } from "./refusals.ts";

const Address = z.strictObject({ id: z.string() });
const config = { act: "knowledge.read" } as const;

/** How fresh everything on file is today, and what moves when a study changes. */
export function freshness(app: App, { catalog, now }: Running): void {
  const intervals = [...catalog.reviewIntervals.values()].map(({ of, days, soonDays, why }) => ({ of, days, soonDays, why }));

  app.get("/api/freshness", { config, schema: { response: { 200: FreshnessPage, ...refusals } } }, async (_request, reply) => {
    const found = freshnessOf(catalog, dayOf(now()));
    if (!found.ok) return sendRefusal(reply, found.refusal);
    return { ...found.value, questions: found.value.questions.map(withTrialIds), intervals };
  });

  const schema = { params: Address, response: { 200: ImpactPage, ...refusals } };
  app.get("/api/studies/:id/impact", { config, schema }, async (request, reply) => {
    const found = impact(catalog, request.params.id);
    if (!found.ok) return sendRefusal(reply, found.refusal);
    const study = catalog.studies.get(found.value.study)!;
    return { label: studyLabel(catalog, study), title: study.title, ...found.value };
  });
}

const withTrialIds = (question: QuestionState) => ({ ...question, trials: question.trials.map(({ id }) => id) });
