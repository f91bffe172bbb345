/** One-off importer: turns the shared evidence JSON into readable files under knowledge/. Run again it overwrites edits made by hand. Usage: node tools/import-evidence.ts FOLDER */
import { fileURLToPath } from "node:url";
import type { Guideline, Source, Study } from "@calcar/catalog";
import * as kinds from "@calcar/catalog/schema";
import { importAvnStudy } from "./import-evidence/avn-studies.ts";
import { importDisagreements } from "./import-evidence/disagreements.ts";
import { fileDiscrepancies } from "./import-evidence/discrepancies.ts";
import { importGuidelines } from "./import-evidence/guidelines.ts";
import { addSources } from "./import-evidence/new-sources.ts";
import { NEW_STUDIES } from "./import-evidence/new-studies.ts";
import { importOaStudy } from "./import-evidence/oa-studies.ts";
import { correctPositions } from "./import-evidence/position-corrections.ts";
import { type Raw, readRaw } from "./import-evidence/raw.ts";
import { importSources } from "./import-evidence/sources.ts";
import { OA_CORRECTIONS, ONFH_CORRECTIONS } from "./import-evidence/study-corrections.ts";
import { tally } from "./import-evidence/tally.ts";
import { writeYaml } from "./import-evidence/write-yaml.ts";

const [from] = process.argv.slice(2);
if (from === undefined) throw new Error("usage: node tools/import-evidence.ts FOLDER");
const knowledge = fileURLToPath(new URL("../knowledge", import.meta.url));

const raw = readRaw(from);
const { sources, idOf } = importSources(raw);
addSources(sources);
const studies = importStudies(raw, idOf);
const guidelines = importGuidelines(raw, idOf);
correctPositions(guidelines);
const disagreements = importDisagreements(raw);
const discrepancies = fileDiscrepancies(raw, idOf, { studies, sources });
tally(raw, { sources, studies, guidelines, disagreements, discrepancies });
writeAll({ sources, studies, guidelines });
for (const disagreement of disagreements) writeYaml(knowledge, `disagreements/${disagreement.id}.yaml`, kinds.Disagreement, disagreement);

function importStudies({ avn, oa }: Raw, idOf: (old: string) => string): Map<string, Study> {
  const imported = [
    ...avn.studies.map((study) => importAvnStudy(study, idOf)),
    ...oa.studies.map((study) => importOaStudy(study, idOf)),
    ...NEW_STUDIES,
  ];
  const byId = new Map(imported.map((study) => [study.id, study]));
  if (byId.size !== imported.length) throw new Error("two studies share an id");
  for (const [id, mend] of Object.entries({ ...ONFH_CORRECTIONS, ...OA_CORRECTIONS })) mend(byId.get(id)!);
  return byId;
}

function writeAll({
  sources,
  studies,
  guidelines,
}: {
  sources: Map<string, Source>;
  studies: Map<string, Study>;
  guidelines: Map<string, Guideline>;
}): void {
  for (const source of sources.values()) writeYaml(knowledge, `sources/${source.id}.yaml`, kinds.Source, source);
  for (const study of studies.values()) writeYaml(knowledge, `studies/${study.id}/study.yaml`, kinds.Study, study);
  for (const guideline of guidelines.values())
    writeYaml(knowledge, `guidelines/${guideline.id}/guideline.yaml`, kinds.Guideline, guideline);
}
