import type { Catalog } from "@calcar/catalog";
import type { BenchmarkFigure } from "@calcar/catalog/schema";
import { isEstablished } from "@calcar/vocabulary";

/** One published figure of hip replacement with the document it stands in. */
export type BenchmarkRow = BenchmarkFigure & { readonly source: string };

export interface BenchmarkFilter {
  readonly measures?: readonly BenchmarkFigure["measures"][]; // absent: all
  readonly diseases?: readonly BenchmarkFigure["disease"][]; // absent: all; a figure for any disease is always included
  readonly instrument?: string;
}

export interface BenchmarkRows {
  readonly established: readonly BenchmarkRow[];
  readonly notEstablished: readonly BenchmarkRow[]; // recalled, or only in a seed page
}

/** What hip replacement does, to hold a result against: cited constants, in the order of the kinds of measure. */
export function benchmarks(catalog: Catalog, { measures, diseases, instrument }: BenchmarkFilter = {}): BenchmarkRows {
  const rows = [...catalog.benchmarks.values()]
    .flatMap(({ source, figures }) => figures.map((figure) => ({ ...figure, source })))
    .filter((row) => measures === undefined || measures.includes(row.measures))
    .filter((row) => diseases === undefined || row.disease === "any" || diseases.includes(row.disease))
    .filter((row) => instrument === undefined || row.instrument?.toLowerCase() === instrument.toLowerCase())
    .toSorted((a, b) => a.measures.localeCompare(b.measures));
  return {
    established: rows.filter(({ ground }) => isEstablished(ground.verified)),
    notEstablished: rows.filter(({ ground }) => !isEstablished(ground.verified)),
  };
}
