import type { KnowledgeFile } from "../catalog.ts";
import { type Kind, LAYOUT, PLACES, type Place, placeOf } from "../layout.ts";
import { faultsOfShape } from "./check-shape.ts";
import type { Entry, Finding } from "./finding.ts";
import type { Parsed } from "./parsed.ts";
import { readYaml } from "./read-yaml.ts";

/** Reads and checks each file by itself: readable YAML, in a known place, obeying its schema. */
export function parseFiles(files: readonly KnowledgeFile[]): { parsed: Parsed; findings: Finding[] } {
  const findings: Finding[] = [];
  const placed = Map.groupBy(
    files.map((file) => ({ ...file, ...placeOf(file.path) })),
    ({ kind }) => kind,
  );
  for (const { path } of placed.get(undefined) ?? [])
    findings.push({ file: path, at: [], problem: "lies where no knowledge file belongs", expected: PLACES });

  const read = <T>(kind: Kind, place: Place<T>): Entry<T>[] =>
    (placed.get(kind) ?? []).flatMap(({ path, name = "", text }) => {
      const entry = parseOne(place, { file: path, name, text });
      findings.push(...entry.findings);
      return entry.value === undefined ? [] : [{ file: path, name, value: entry.value }];
    });
  return { parsed: readAll(read), findings };
}

type ReadKind = <T>(kind: Kind, place: Place<T>) => Entry<T>[];

const readAll = (read: ReadKind): Parsed => ({
  sources: read("sources", LAYOUT.sources),
  studies: read("studies", LAYOUT.studies),
  riskOfBias: read("riskOfBias", LAYOUT.riskOfBias),
  guidelines: read("guidelines", LAYOUT.guidelines),
  disagreements: read("disagreements", LAYOUT.disagreements),
  staging: read("staging", LAYOUT.staging),
  factGroups: read("factGroups", LAYOUT.factGroups),
  criteria: read("criteria", LAYOUT.criteria),
  cases: read("cases", LAYOUT.cases),
  pathways: read("pathways", LAYOUT.pathways),
  answers: read("answers", LAYOUT.answers),
  questions: read("questions", LAYOUT.questions),
  benchmarks: read("benchmarks", LAYOUT.benchmarks),
  trials: read("trials", LAYOUT.trials),
  searches: read("searches", LAYOUT.searches),
  reviewIntervals: read("reviewIntervals", LAYOUT.reviewIntervals),
  claimWords: read("claimWords", LAYOUT.claimWords),
  claimCues: read("claimCues", LAYOUT.claimCues),
  claims: read("claims", LAYOUT.claims),
  claimCases: read("claimCases", LAYOUT.claimCases),
  claimConditions: read("claimConditions", LAYOUT.claimConditions),
  claimOutcomes: read("claimOutcomes", LAYOUT.claimOutcomes),
  provisions: read("provisions", LAYOUT.provisions),
  instruments: read("instruments", LAYOUT.instruments),
  vectors: read("vectors", LAYOUT.vectors),
  thresholds: read("thresholds", LAYOUT.thresholds),
  responders: read("responders", LAYOUT.responders),
});

/** Compiling a schema pays only where it is used thousands of times: most kinds have a few dozen files. */
const ONCE = { jitless: true };

function parseOne<T>(place: Place<T>, { file, name, text }: { file: string; name: string; text: string }) {
  const read = readYaml(file, text);
  if (!("value" in read)) return { value: undefined, findings: read.findings };
  const result = place.schema.safeParse(read.value, ONCE);
  if (!result.success) return { value: undefined, findings: faultsOfShape(place.schema, read.value).map((fault) => ({ file, ...fault })) };
  return { value: result.data, findings: misnamed(file, name, result.data) };
}

/** A file is found by its name, so the id inside must be the same. */
function misnamed(file: string, name: string, value: unknown): Finding[] {
  const id = typeof value === "object" && value !== null && "id" in value ? value.id : name;
  return id === name ? [] : [{ file, at: ["id"], problem: `id ${String(id)} is not the name of its file`, expected: name }];
}
