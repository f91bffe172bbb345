import { csvLine } from "@calcar/vocabulary";
import { ARM_COLUMNS, type ArmRecord } from "./arm-records.ts";

/** The arms of an answer as a CSV file by RFC 4180: a header, then one row per arm. What is not stated is an empty cell. */
export const armsCsv = (records: readonly ArmRecord[]): string =>
  [[...ARM_COLUMNS], ...records.map((record) => ARM_COLUMNS.map((column) => String(record[column] ?? "")))]
    .map((cells) => csvLine(cells, "\r\n"))
    .join("");
