import { FactForm, GuidelinesPage, SourcePage, Studies, StudyPage } from "@calcar/contract";
import { studyPage } from "@calcar/evidence";
import { z } from "zod";
import type { App, Running } from "../app-type.ts";
import { sendRefusal } from "../http/refusal-reply.ts";
import { citedBy, sourcesOf } from "../knowledge/citations.ts";
import { shownGuidelines } from "../knowledge/shown-guidelines.ts";
import { refusals } from "./refusals.ts";

const Address = z.strictObject({ id: z.string() });
const config = { act: "knowledge.read" } as const;

/** What the field says, as it is on file: the form, studies, sources and guidelines. */
export function knowledge(app: App, { catalog }: Running): void {
  const { version, studies, sources } = catalog;
  const guidelines = shownGuidelines(catalog);
  const guidelinesPage = { ...guidelines, sources: sourcesOf(catalog, guidelines), knowledge: version };

  app.get("/api/facts", { config, schema: { response: { 200: FactForm, ...refusals } } }, () => ({
    groups: [...catalog.factGroups],
    knowledge: version,
  }));

  app.get("/api/studies", { config, schema: { response: { 200: Studies, ...refusals } } }, () => ({
    studies: [...studies.values()].map(inList),
  }));

  app.get(
    "/api/studies/:id",
    { config, schema: { params: Address, response: { 200: StudyPage, ...refusals } } },
    async (request, reply) => {
      const page = studyPage(catalog, request.params.id);
      return page.ok ? page.value : sendRefusal(reply, page.refusal);
    },
  );

  app.get(
    "/api/sources/:id",
    { config, schema: { params: Address, response: { 200: SourcePage, ...refusals } } },
    async (request, reply) => {
      const source = sources.get(request.params.id);
      if (!source) return sendRefusal(reply, { kind: "not-found", code: "source" });
      return { source, citedBy: citedBy(catalog, source.id), knowledge: version };
    },
  );

  app.get("/api/guidelines", { config, schema: { response: { 200: GuidelinesPage, ...refusals } } }, () => guidelinesPage);
}

type StudyLine = z.infer<typeof Studies>["studies"][number];
const LISTED = Object.keys(Studies.shape.studies.element.shape);

/** The columns of the list and no more of a study. */
const inList = (study: object): StudyLine => Object.fromEntries(Object.entries(study).filter(([key]) => LISTED.includes(key))) as StudyLine;
