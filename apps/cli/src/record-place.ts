import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { KNOWLEDGE } from "./process-io.ts";

/** The checkout. */
export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Where the record is, and whose. */
export interface RecordPlace {
  readonly data: string;
  readonly databaseUrl: string | undefined;
  readonly site: string;
}

/** @param data what `--data` said; absent means the folder in the checkout */
export const recordPlace = (data: string | undefined): RecordPlace => ({
  data: data === undefined ? join(ROOT, ".calcar", "data") : resolve(data),
  databaseUrl: process.env.DATABASE_URL || undefined,
  site: process.env.CALCAR_SITE ?? "clinic",
});

/** @param given what `--knowledge` said; absent means CALCAR_KNOWLEDGE, else the folder in the checkout */
export const knowledgeFolder = (given: string | undefined): string =>
  given === undefined ? (process.env.CALCAR_KNOWLEDGE ?? KNOWLEDGE) : resolve(given);
