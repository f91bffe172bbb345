import { createHash } from "node:crypto";
import type { Instrument, ItemGroup } from "./kinds/instrument.ts";
import type { Vector } from "./kinds/instrument-vector.ts";
import type { Threshold, Thresholds } from "./kinds/threshold.ts";

/** An instrument with what lies beside its definition, and the digest of what makes its numbers. */
export interface CatalogInstrument extends Readonly<Instrument> {
  readonly definition: string; // 16 hexadecimal characters: the same digest is the same computation
  readonly parentItems: readonly ItemGroup[]; // of the instrument it is part of, whose answers are taken too
  readonly vectors: readonly Vector[];
  readonly thresholds: readonly Threshold[];
  readonly cautions: NonNullable<Thresholds["cautions"]>;
}

interface Beside {
  readonly parent: Instrument | undefined;
  readonly vectors: readonly Vector[];
  readonly thresholds: Thresholds | undefined;
}

export const instrumentEntry = (instrument: Instrument, { parent, vectors, thresholds }: Beside): CatalogInstrument => ({
  ...instrument,
  definition: definitionDigest(instrument),
  parentItems: parent?.items ?? [],
  vectors,
  thresholds: thresholds?.thresholds ?? [],
  cautions: thresholds?.cautions ?? [],
});

/** Digest of a conversion table: SHA-256 over its rows as JSON, first 16 hexadecimal characters. */
export const tableDigest = (rows: readonly (readonly number[])[]): string => short(rows);

/** Digest of all that makes the numbers: version, items, forms, subscales, tables. Labels, licence and sources do not. */
const definitionDigest = ({ id, version, items, forms, defaultForm, twoMarks, subscales, tables }: Instrument): string =>
  short({
    id,
    version,
    items: items.map(({ codes, takes, countsAs }) => ({ codes, takes: withoutLabels(takes), countsAs })),
    forms: forms?.map(({ name: _, ...form }) => form),
    defaultForm,
    twoMarks,
    subscales: subscales.map(({ name: _, decimals: __, shownAtMost: ___, ...subscale }) => subscale),
    tables: tables?.map(({ id, digest }) => [id, digest]),
  });

const withoutLabels = (takes: ItemGroup["takes"]) =>
  takes.kind === "choice" ? { ...takes, options: takes.options.map(({ code, value }) => [code, value]) } : takes;

/** The same for the same content, in whatever order the keys of the file stand. */
const short = (value: unknown): string => createHash("sha256").update(JSON.stringify(value, sorted)).digest("hex").slice(0, 16);

const sorted = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
