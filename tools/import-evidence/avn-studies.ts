import type { Outcome, Study } from "@calcar/catalog";
import type { Verified } from "@calcar/vocabulary";
import { ONFH } from "./coordinates.ts";
import { eventOf, slug, withIds } from "./outcome-ids.ts";
import { type AvnOutcome, type AvnStudy, given } from "./raw.ts";
import { citationOf, STILL_VALID_ON } from "./sources.ts";

/** One study of osteonecrosis in the form of the catalog. */
export function importAvnStudy(raw: AvnStudy, idOf: (old: string) => string): Study {
  const arms = raw.arms.map(armOf);
  const coordinates = ONFH[raw.id];
  if (!coordinates) throw new Error(`no coordinates for ${raw.id}`);
  return {
    id: raw.id,
    source: raw.id,
    otherSources: others(raw, idOf),
    title: raw.citation.title ?? raw.citation.authors ?? raw.id,
    year: given(raw.citation.year),
    citation: citationOf(raw.citation),
    design: raw.design,
    doubleBlind: /double-?blind/i.test(raw.design) || undefined,
    joint: "hip",
    disease: "onfh",
    condition: raw.condition,
    stage: given(raw.stage),
    trialFamily: slug(raw.trialFamily),
    role: raw.poolRole,
    ...coordinates,
    hips: sum(raw.arms.map(({ nHips }) => nHips)),
    followUpMonths: given(raw.followupMonths),
    arms,
    outcomes: withIds(raw.outcomes.map((outcome) => draft(raw, outcome, idOf))),
    riskOfBiasNotes: given(raw.riskOfBiasNotes),
    limitations: raw.limitations,
    provenance: raw.provenance,
    verified: weakest(raw),
    stillValidOn: STILL_VALID_ON,
  };
}

const sum = (counts: readonly (number | null | undefined)[]): number | undefined =>
  counts.every((count) => typeof count === "number") ? counts.reduce<number>((total, count) => total + (count ?? 0), 0) : undefined;

function others(raw: AvnStudy, idOf: (old: string) => string): string[] | undefined {
  const ids = [...new Set(raw.outcomes.map(({ source }) => idOf(source)))].filter((id) => id !== raw.id);
  return ids.length > 0 ? ids : undefined;
}

function armOf({ name, role, product, route, nHips, nPatients, note }: AvnStudy["arms"][number]): Study["arms"][number] {
  return {
    name,
    role,
    productClass: productClassOf(product.cells),
    product: {
      cells: product.cells,
      cellSource: given(product.cellSource),
      processing: given(product.processing),
      dose: given(product.dose),
    },
    route,
    hips: given(nHips),
    patients: given(nPatients),
    note: given(note),
  };
}

function productClassOf(cells: string): Study["arms"][number]["productClass"] {
  if (cells === "none") return "none";
  if (cells.startsWith("mixed")) return undefined;
  if (/culture-expanded BM-MSC/.test(cells)) return "cultured-msc-autologous";
  return /BMAC|concentrate/.test(cells) ? "bmac" : "other-cells";
}

const GRADES: readonly Verified[] = ["source-text", "secondary-source", "seed-only", "recalled"];

/** The weakest grade of the identity and of the counts; scores grade themselves. */
function weakest({ citation, outcomes }: AvnStudy): Verified {
  const core = outcomes.filter(({ type }) => type !== "continuous").map(({ verified }) => verified);
  const rests = core.length > 0 ? core : outcomes.map(({ verified }) => verified);
  const worst = Math.max(...[citation.verified ?? "source-text", ...rests].map((grade) => GRADES.indexOf(grade)));
  return GRADES[worst]!;
}

type Draft = { key: string; outcome: Omit<Outcome, "id"> };

function draft(study: AvnStudy, raw: AvnOutcome, idOf: (old: string) => string): Draft {
  const role = study.arms.find(({ name }) => name === raw.arm)?.role;
  const inWhom = { cell: "cells", "active-control": "active", control: "control", drug: "drug", mixed: "mixed" };
  const name = raw.type === "continuous" ? `${raw.instrument} ${raw.name}` : raw.name;
  const stratum = raw.note?.startsWith("stratum ") ? raw.note.slice("stratum ".length) : undefined;
  const parts = [name.replace(/\(.*?\)|\d+-\d+/g, ""), stratum, raw.timepointMonths, role && inWhom[role]];
  const key = slug(parts.filter((part) => part !== undefined && part !== null).join(" "));
  const placed = {
    name,
    arm: raw.arm,
    group: stratum ?? groupOf(raw.name),
    months: given(raw.timepointMonths),
    instrument: given(raw.instrument),
    unit: raw.unit,
    p: raw.p === undefined ? undefined : String(raw.p),
    ground: { source: idOf(raw.source), at: raw.where, verified: raw.verified },
    derivation: given(raw.derivation),
    note: stratum ? undefined : given(raw.note),
  };
  return { key, outcome: { ...placed, ...measured(raw) } as Omit<Outcome, "id"> };
}

const groupOf = (name: string): string | undefined =>
  /(pre-collapse subgroup.*|pre-collapse hips|pre-collapse|post-collapse)$/.exec(name)?.[1];

function measured(raw: AvnOutcome): Record<string, unknown> {
  if (raw.type === "events" && typeof raw.events === "number")
    return { type: "events", event: eventOf(raw.name), events: raw.events, total: raw.total };
  if (raw.type === "events")
    return { type: "reported", measure: "events", n: raw.total, finding: "No count in any text that could be read." };
  if (raw.type === "continuous") {
    const sd = raw.dispersionType === "SD" ? given(raw.sd) : undefined;
    const dispersionType = raw.dispersionType?.startsWith("unclear") && raw.dispersion ? "unclear" : sd === undefined ? "none" : "SD";
    return {
      type: "value",
      isBaseline: raw.isBaseline,
      mean: raw.mean,
      sd,
      dispersion: given(raw.dispersion),
      dispersionType,
      n: given(raw.n),
    };
  }
  const extra = { direction: raw.direction, model: raw.model, logrankP: raw.logrankP };
  const known = Object.fromEntries(Object.entries(extra).filter(([, value]) => value !== undefined));
  return {
    type: "reported",
    measure: MEASURES[raw.type] ?? raw.effect ?? raw.type,
    value: raw.value,
    finding: raw.finding,
    extra: Object.keys(known).length > 0 ? known : undefined,
  };
}

const MEASURES: Readonly<Record<string, string>> = {
  "survival-mean": "mean survival time",
  survivorship: "survival",
  proportion: "proportion",
  qualitative: "finding",
};
