import type { Discrepancy, Source, Study } from "@calcar/catalog";
import { given, type Raw } from "./raw.ts";

interface Filed {
  readonly study?: string;
  readonly source?: string;
  readonly discrepancy: Discrepancy;
}

/** Files every printed error where a reader meets it: on the study it is about, else on the document that prints it. */
export function fileDiscrepancies(
  raw: Raw,
  idOf: (old: string) => string,
  { studies, sources }: { studies: Map<string, Study>; sources: Map<string, Source> },
): number {
  const filed = [...ofSources(raw, idOf, studies), ...ofAvnSeeds(raw, idOf), ...ofOaSeeds(raw, idOf)];
  for (const { study, source, discrepancy } of filed) {
    const target = study ? studies.get(study) : sources.get(source ?? "");
    if (!target) throw new Error(`nowhere to file ${discrepancy.id}`);
    target.discrepancies = [...(target.discrepancies ?? []), discrepancy];
  }
  return new Set(filed.map(({ discrepancy }) => discrepancy.id)).size;
}

/** The review that misreads Ma 2014 is filed on Ma 2014, where the question arises. */
const ABOUT: Readonly<Record<string, string>> = { XD11: "ma-2014" };

function ofSources({ avn }: Raw, idOf: (old: string) => string, studies: ReadonlyMap<string, Study>): Filed[] {
  return avn.sourceDiscrepancies.map(({ id, source, issue, verified }) => {
    const study = ABOUT[id] ?? (studies.has(source) ? source : undefined);
    const discrepancy = { id: id.toLowerCase(), issue, foundIn: study === source ? undefined : idOf(source), verified };
    return study ? { study, discrepancy } : { source: idOf(source), discrepancy: { ...discrepancy, foundIn: undefined } };
  });
}

const seedOf = (file: string) => `seed-${file.slice(0, 3)}`;

function ofAvnSeeds({ avn }: Raw, idOf: (old: string) => string): Filed[] {
  return avn.seedDiscrepancies.map(({ id, seed, claimInOwnWords, finding, severity, source, verified }) => ({
    source: seedOf(seed),
    discrepancy: {
      id: id.toLowerCase(),
      issue: severity,
      says: claimInOwnWords,
      sourceSays: finding,
      grounds: [{ source: idOf(source), verified }],
      verified,
    },
  }));
}

function ofOaSeeds({ oa }: Raw, idOf: (old: string) => string): Filed[] {
  return oa.seedDiscrepancies.flatMap<Filed>(
    ({ id, seedFile, kind, severity, seedClaim, sourceSays, sourceIds, studyIds, verified, note }): Filed[] => {
      const grounds = [...new Set(sourceIds.map(idOf))]
        .filter((source) => source !== seedOf(seedFile))
        .map((source) => ({ source, verified }));
      const shared = {
        id,
        issue: kind,
        severity,
        says: seedClaim,
        sourceSays,
        grounds: grounds.length > 0 ? grounds : undefined,
        note: given(note),
        verified,
      };
      if (studyIds.length === 0) return [{ source: seedOf(seedFile), discrepancy: shared }];
      return studyIds.map((study) => ({ study, discrepancy: { ...shared, foundIn: seedOf(seedFile) } }));
    },
  );
}
