import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Verified } from "@calcar/vocabulary";

type Maybe<T> = T | null | undefined;

export interface RawSource {
  id: string;
  kind: string;
  title: string;
  authors?: Maybe<string>;
  journal?: Maybe<string>;
  year: Maybe<number>;
  doi: Maybe<string>;
  pmid: Maybe<string>;
  url: Maybe<string>;
  note: Maybe<string>;
  seenAs?: string;
  readExtent?: string;
}

export interface RawCitation {
  title: Maybe<string>;
  authors: Maybe<string>;
  journal: Maybe<string>;
  year: Maybe<number>;
  doi: Maybe<string>;
  pmid: Maybe<string>;
  url: Maybe<string>;
  verified?: Verified;
}

export interface AvnOutcome {
  type: string;
  name: string;
  arm?: string;
  timepointMonths?: Maybe<number>;
  events?: Maybe<number>;
  total?: number;
  mean?: number;
  sd?: Maybe<number>;
  dispersion?: Maybe<number>;
  dispersionType?: string;
  isBaseline?: boolean;
  n?: Maybe<number>;
  instrument?: Maybe<string>;
  unit?: string;
  value?: number;
  effect?: string;
  p?: number;
  logrankP?: number;
  finding?: string;
  direction?: string;
  model?: string;
  derivation?: Maybe<string>;
  source: string;
  where: string;
  url?: Maybe<string>;
  verified: Verified;
  note?: Maybe<string>;
}

export interface AvnStudy {
  id: string;
  citation: RawCitation;
  design: string;
  condition: string;
  stage: Maybe<string>;
  trialFamily: string;
  poolRole: string;
  followupMonths: Maybe<number>;
  provenance: string;
  riskOfBiasNotes: Maybe<string>;
  limitations: string[];
  arms: {
    name: string;
    role: "cell" | "control" | "active-control" | "drug" | "mixed";
    product: { cells: string; cellSource: Maybe<string>; processing: Maybe<string>; dose: Maybe<string> };
    route: string;
    nHips: Maybe<number>;
    nPatients: Maybe<number>;
    note: Maybe<string>;
  }[];
  outcomes: AvnOutcome[];
}

export interface RawMoment {
  mean?: Maybe<number>;
  sd?: Maybe<number>;
  median?: number;
  iqr?: [number, number];
  ciLow?: number;
  ciHigh?: number;
  seDerived?: number;
  rangePrinted?: [number, number];
}

export interface OaOutcome {
  instrument: string;
  domain: string;
  scale: {
    min?: Maybe<number>;
    max?: Maybe<number>;
    higherIsBetter?: Maybe<boolean>;
    unit?: Maybe<string>;
    assumed?: boolean;
    note?: string;
  };
  timepoint: string;
  arm: string;
  n: Maybe<number>;
  nVerified?: Verified;
  baseline: Maybe<RawMoment>;
  followup: Maybe<RawMoment>;
  change: Maybe<RawMoment>;
  effect: Maybe<{ type: string; value: number | number[]; ciLow?: Maybe<number>; ciHigh?: Maybe<number> } & Record<string, unknown>>;
  events: Maybe<{ events: number; n: Maybe<number>; unit?: string; derived?: boolean }>;
  p: Maybe<string>;
  verified: Verified;
  where: string;
  sourceId: string;
  note: Maybe<string>;
}

export interface OaStudy {
  id: string;
  citation: RawCitation;
  design: string;
  condition: string;
  joint: string;
  stage: Maybe<string>;
  role: string;
  followupMonths: Maybe<number>;
  populationN: Maybe<number>;
  unitsTreated: Maybe<number>;
  verified: Verified;
  provenance: { sourceIds: string[]; note: Maybe<string> };
  citedInSeeds: string[];
  fundingOrCoi: Maybe<string>;
  limitations: string[];
  adverseEvents: Maybe<{
    summary: string;
    events: Maybe<number>;
    n: Maybe<number>;
    serious: Maybe<number>;
    verified: Verified;
    sourceId: Maybe<string>;
  }>;
  arms: {
    name: string;
    product: {
      cellSource: Maybe<string>;
      autologous: Maybe<boolean>;
      cultureExpanded: Maybe<boolean>;
      dose: { value: Maybe<number>; unit: Maybe<string> };
      adjuncts: string[];
    };
    route: string;
    guidance: Maybe<string>;
    n: Maybe<number>;
    note: Maybe<string>;
  }[];
  outcomes: OaOutcome[];
}

export interface AvnPosition {
  id: string;
  body: string;
  year: Maybe<number>;
  condition: string;
  intervention: string;
  direction: Maybe<string>;
  strength: Maybe<string | { scale: string; mean?: number; sem?: number; grade?: string; range?: [number, number] }>;
  certainty: Maybe<string>;
  summary: string;
  source: string;
  where: Maybe<string>;
  verified: Verified;
  note: Maybe<string>;
}

export interface OaPosition {
  id: string;
  organisation: string;
  year: Maybe<number>;
  title: string;
  kind: string;
  condition: string;
  joint: string;
  intervention: string;
  recommendation: string;
  direction: string;
  strength: Maybe<string>;
  certainty: Maybe<string>;
  sourceIds: string[];
  verified: Verified;
  note: Maybe<string>;
}

export interface AvnStaging {
  system: string;
  version: Maybe<string>;
  grades: ({ code: string; meaning?: string; verified?: Verified; source?: string } & Record<string, unknown>)[];
  riskGroups?: { label: string; rule: string; collapsed: number; hips: number }[];
  source: string;
  verified: Verified;
  use: string;
  note?: string;
  n?: string;
  variants?: string;
}

export interface AvnFile {
  sources: RawSource[];
  studies: AvnStudy[];
  guidelines: AvnPosition[];
  guidelineConflicts: { topic: string; positions: string[]; resolve?: string }[];
  staging: AvnStaging[];
  seedDiscrepancies: {
    id: string;
    seed: string;
    claimInOwnWords: string;
    finding: string;
    severity: string;
    source: string;
    verified: Verified;
  }[];
  sourceDiscrepancies: { id: string; source: string; issue: string; verified: Verified }[];
  poolingSets: { method: string; note: string; sets: unknown[]; singleStudyRR: Record<string, number[]> };
}

export interface OaFile {
  sources: RawSource[];
  studies: OaStudy[];
  guidelines: OaPosition[];
  seedDiscrepancies: {
    id: string;
    seedFile: string;
    kind: string;
    severity: string;
    seedClaim: string;
    sourceSays: string;
    sourceIds: string[];
    studyIds: string[];
    verified: Verified;
    note: Maybe<string>;
  }[];
}

export const readRaw = (folder: string) => ({
  avn: JSON.parse(readFileSync(join(folder, "evidence", "evidence-avn.json"), "utf8")) as AvnFile,
  oa: JSON.parse(readFileSync(join(folder, "evidence", "evidence-oa.json"), "utf8")) as OaFile,
});
export type Raw = ReturnType<typeof readRaw>;

/** What is there, or undefined: null in the material means that nobody could read it. */
export const given = <T>(value: Maybe<T>): T | undefined => value ?? undefined;
