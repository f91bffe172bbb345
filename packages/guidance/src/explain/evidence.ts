import type { Catalog } from "@calcar/catalog";
import type { EvidenceLine } from "../schema.ts";
export const evidenceOn = (_catalog: Catalog, _questions: readonly string[]): EvidenceLine[] => [];
