import type { Study } from "@calcar/catalog";
import { diseaseOf, jointOf, oaPooling } from "./coordinates.ts";
import { oaOutcome } from "./oa-outcomes.ts";
import { withIds } from "./outcome-ids.ts";
import { given, type OaStudy } from "./raw.ts";
import { citationOf, STILL_VALID_ON } from "./sources.ts";

/** One study of osteoarthritis, or of what the seeds cite beside it, in the form of the catalog. */
export function importOaStudy(raw: OaStudy, idOf: (old: string) => string): Study {
  const joint = jointOf(raw.joint);
  const [source = raw.id, ...otherSources] = raw.provenance.sourceIds.map(idOf).filter((id, i, all) => all.indexOf(id) === i);
  return {
    id: raw.id,
    source,
    otherSources: otherSources.length > 0 ? otherSources : undefined,
    title: raw.citation.title ?? raw.id,
    year: given(raw.citation.year),
    citation: citationOf(raw.citation),
    design: raw.design,
    doubleBlind: /double-?blind/i.test(raw.citation.title ?? "") || undefined,
    joint,
    disease: diseaseOf(raw.condition, joint),
    condition: joint === "mixed" && raw.joint !== "mixed" ? `${raw.condition} (${raw.joint})` : raw.condition,
    stage: given(raw.stage),
    trialFamily: raw.id,
    role: raw.role,
    ...oaPooling(raw),
    patients: given(raw.populationN),
    hips: joint === "hip" ? given(raw.unitsTreated) : undefined,
    followUpMonths: given(raw.followupMonths),
    arms: raw.arms.map((arm) => armOf(arm, joint)),
    outcomes: withIds(raw.outcomes.map((outcome) => oaOutcome(raw, outcome, idOf))),
    adverseEvents: adverseEvents(raw, source, idOf),
    funding: given(raw.fundingOrCoi),
    limitations: raw.limitations,
    provenance: provenance(raw),
    citedInSeeds: raw.citedInSeeds.length > 0 ? raw.citedInSeeds.map((file) => `seed-${file.slice(0, 3)}`) : undefined,
    verified: raw.verified,
    stillValidOn: STILL_VALID_ON,
  };
}

function provenance({ provenance: { note }, joint, unitsTreated }: OaStudy): string | undefined {
  const units = typeof unitsTreated === "number" && joint !== "hip" ? `${unitsTreated} joints treated.` : undefined;
  return [note, units].filter(Boolean).join(" ") || undefined;
}

function adverseEvents({ adverseEvents: raw }: OaStudy, source: string, idOf: (old: string) => string): Study["adverseEvents"] {
  if (!raw) return undefined;
  const { summary, verified, sourceId } = raw;
  const ground = { source: sourceId ? idOf(sourceId) : source, verified };
  return { summary, events: given(raw.events), n: given(raw.n), serious: given(raw.serious), ground };
}

function armOf({ name, product, route, guidance, n, note }: OaStudy["arms"][number], joint: Study["joint"]): Study["arms"][number] {
  const productClass = productClassOf(product, name);
  const cells = [
    product.autologous === null ? undefined : product.autologous ? "autologous" : "donor",
    product.cultureExpanded === null ? undefined : product.cultureExpanded ? "culture-expanded" : "not culture-expanded",
  ];
  const hips = note === "hips" && joint === "hip";
  return {
    name,
    role: roleOf(productClass, product.cellSource, name),
    productClass,
    product: {
      cells: productClass === "prp" || productClass === "none" ? undefined : cells.filter(Boolean).join(", ") || undefined,
      cellSource: given(product.cellSource),
      dose: doseOf(product.dose),
      adjuncts: product.adjuncts.length > 0 ? product.adjuncts : undefined,
    },
    route,
    guidance: given(guidance),
    hips: hips ? given(n) : undefined,
    patients: hips ? undefined : given(n),
    note: hips ? undefined : given(note),
  };
}

type ProductClass = Study["arms"][number]["productClass"];

type Product = OaStudy["arms"][number]["product"];

function productClassOf({ cellSource, autologous, cultureExpanded }: Product, name: string): ProductClass {
  if (cellSource === "platelet-rich plasma" || name.startsWith("PRP (")) return "prp";
  if (!cellSource) return name.startsWith("steroid, ") ? undefined : "none"; // a network of many comparators has no class
  const named = NAMED.find(([pattern]) => pattern.test(cellSource))?.[1];
  if (named !== undefined) return named === "several" ? undefined : named;
  if (!cultureExpanded || autologous === null) return undefined;
  return autologous ? "cultured-msc-autologous" : "cultured-msc-allogeneic";
}

const NAMED: readonly (readonly [RegExp, NonNullable<ProductClass> | "several"])[] = [
  [/control|hyaluronic/, "none"],
  [/^mixed|marrow (MSC )?\d/, "several"],
  [/^umbilical/, "umbilical-cord"],
  [/micro-fragmented/, "mfat"],
  [/stromal vascular/, "svf"],
  [/bone marrow concentrate/, "bmac"],
  [/bone marrow aspirate/, "other-cells"],
];

function roleOf(productClass: ProductClass, cellSource: string | null | undefined, name: string): Study["arms"][number]["role"] {
  if (productClass === "prp") return "prp";
  if (/saline|placebo/.test(name) && !/steroid/.test(name)) return "control";
  if (productClass === "none") return "active-control";
  return cellSource && !cellSource.startsWith("mixed") ? "cell" : cellSource ? "cell" : "mixed";
}

const doseOf = ({ value, unit }: { value: number | null | undefined; unit: string | null | undefined }): string | undefined =>
  typeof value === "number" ? `${value / 1e6} million ${unit ?? "cells"}` : undefined;
