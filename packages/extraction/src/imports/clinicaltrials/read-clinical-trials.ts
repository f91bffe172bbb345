import { Source } from "@calcar/catalog/schema";
import { type Problem, type Read, readJson } from "@calcar/vocabulary";
import type { RefusedRecord } from "../bibliography/record.ts";
import { MOST_BYTES } from "../decode-text.ts";
import type { ImportedFile, ReadEntry } from "../imported.ts";
import { importedFile } from "../imported-file.ts";
import type { Library } from "../library.ts";
import { changesOnFile } from "./changes-on-file.ts";
import { RegistryEntry } from "./registry-entry.ts";
import { paperOf, resultsDraft } from "./results-draft.ts";
import { trialDraft } from "./trial-draft.ts";

const EXPECTED = "a study of the ClinicalTrials.gov API, version 2, or its list of studies";

/**
 * Reads what the API of ClinicalTrials.gov sends (version 2): one study, or a page of studies.
 *
 * @returns for each trial its register entry as a source, its record, and the draft of a study where results are posted; a trial
 * that is on file already is refused with what has changed
 */
export function readClinicalTrials(text: string, library: Library): Read<ImportedFile> {
  const json = readJson(text, { name: "file", expected: EXPECTED, mostBytes: MOST_BYTES });
  if (!json.ok) return json;
  const studies = studiesOf(json.value);
  if (!studies) return { ok: false, problems: [{ place: "file", problem: oldShape(json.value), expected: EXPECTED }] };
  const entries: ReadEntry[] = [];
  const refused: RefusedRecord[] = [];
  for (const [i, study] of studies.list.entries()) {
    const one = oneTrial(study, studies.list.length === 1 ? "trial" : `trial ${i + 1}`, library);
    if ("problems" in one) refused.push(one);
    else entries.push(one);
  }
  const missing = studies.goesOn === undefined ? [] : [unread(studies.goesOn)];
  return { ok: true, value: importedFile({ format: "clinicaltrials", unit: "trials" }, { entries, refused }, missing) };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

function studiesOf(json: unknown): { readonly list: readonly unknown[]; readonly goesOn?: string } | undefined {
  if (Array.isArray(json)) return json.some((study) => isObject(study) && "protocolSection" in study) ? { list: json } : undefined;
  if (!isObject(json)) return undefined;
  if ("protocolSection" in json) return { list: [json] };
  if (!Array.isArray(json.studies)) return undefined;
  const { totalCount } = json;
  return typeof json.nextPageToken === "string"
    ? {
        list: json.studies,
        goesOn: typeof totalCount === "number" ? `${totalCount - json.studies.length} of ${totalCount} trials` : "more trials",
      }
    : { list: json.studies };
}

const unread = (what: string): Problem => ({
  place: "nextPageToken",
  problem: `the list goes on: ${what} are not in this file`,
  expected: "every page, each as a file",
});

const oldShape = (json: unknown): string =>
  isObject(json) && ["FullStudiesResponse", "StudyFieldsResponse", "Study", "FullStudy"].some((key) => key in json)
    ? "the API of ClinicalTrials.gov before version 2"
    : "no study of ClinicalTrials.gov";

function oneTrial(study: unknown, place: string, library: Library): ReadEntry | RefusedRecord {
  const parsed = RegistryEntry.safeParse(study);
  if (!parsed.success)
    return {
      place,
      problems: parsed.error.issues
        .slice(0, 20)
        .map(({ path, message }) => ({ place: `${place}, ${path.join(".")}`, problem: message, expected: EXPECTED })),
    };
  const { identificationModule: names, designModule, statusModule } = parsed.data.protocolSection;
  const refuse = (problem: string, expected: string): RefusedRecord => ({
    place,
    title: names.nctId,
    problems: [{ place, problem, expected }],
  });
  if (designModule?.studyType === "EXPANDED_ACCESS") return refuse(`${names.nctId} is an expanded access, not a trial`, "a trial");
  const { trial, open } = trialDraft(parsed.data);
  const onFile = library.trials.get(trial.id);
  if (onFile)
    return {
      ...refuse(`trials/${trial.id} is on file${changesOnFile(onFile, trial)}`, "a trial that is not, or a person who edits the file"),
      onFile: `trials/${trial.id}`,
    };
  if (library.imported.has(trial.id)) return refuse(`${names.nctId} stands twice in what is imported`, "each trial once");
  library.imported.add(trial.id);
  const isSourceOnFile = library.taken.has(trial.id);
  library.taken.add(trial.id);
  const source = Source.parse({ ...sourceOf(parsed.data), stillValidOn: trial.lastChecked ?? library.today });
  const results = parsed.data.resultsSection;
  const drafted = results ? resultsDraft(parsed.data, results) : undefined;
  const notices: Problem[] = statusModule === undefined ? [{ place, problem: "no status in the file", expected: "the whole entry" }] : [];
  if (isSourceOnFile)
    notices.push({ place, problem: `sources/${trial.id} is on file and is not written again`, expected: "a look at what it says" });
  return {
    place: `${place}, ${names.nctId}`,
    title: trial.title,
    ...(isSourceOnFile ? {} : { source }),
    trial,
    draft: drafted?.draft ?? { id: trial.id, trialFamily: trial.id, paper: paperOf(parsed.data) },
    open,
    notices: [...notices, ...(drafted?.notices ?? [])],
    records: 1,
  };
}

function sourceOf(entry: RegistryEntry) {
  const { source, title, year, url, kind, read } = paperOf(entry);
  return { id: source, title, ...(year === undefined ? {} : { year: Number(year) }), url, kind, read };
}
