import type {
  ExtractionCheck,
  ExtractionComparison,
  ExtractionImport,
  ExtractionRequest,
  ExtractionWords,
  ImportRequest,
} from "@calcar/contract";

/** The parts of the wire format that the pages of extraction name. */
export type Draft = ExtractionRequest["draft"];
export type OutcomeDraft = NonNullable<Draft["outcomes"]>[number];
export type Problem = ExtractionCheck["problems"][number];
export type Step = ExtractionCheck["steps"][number];
export type DraftFile = ExtractionCheck["files"][number];
export type Words = ExtractionWords;
export type Difference = ExtractionComparison["comparison"]["differences"][number];
export type ImportWish = Omit<ImportRequest, "bytes" | "as">;
export type ImportedEntry = ExtractionImport["entries"][number];
export type { ExtractionCheck, ExtractionComparison, ExtractionImport };
