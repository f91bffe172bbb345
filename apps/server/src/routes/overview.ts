import { Overview, Patients } from "@calcar/contract";
import { listPatients, readOverview } from "@calcar/registry";
import type { App, Running } from "../app-type.ts";
import { knowledgeInBrief } from "../knowledge/in-brief.ts";
import { refusals } from "./refusals.ts";

export function overview(app: App, { db, site, catalog }: Running): void {
  const knowledge = knowledgeInBrief(catalog);
  const config = { act: "record.read" } as const;

  app.get("/api/overview", { config, schema: { response: { 200: Overview, ...refusals } } }, async () => ({
    ...(await readOverview(db, { site })),
    knowledge,
  }));

  app.get("/api/patients", { config, schema: { response: { 200: Patients, ...refusals } } }, async () => ({
    patients: (await listPatients(db, { site })).map((patient) => ({ ...patient, sides: [...patient.sides] })),
  }));
}
