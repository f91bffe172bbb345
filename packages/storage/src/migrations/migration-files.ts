import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";

export interface Migration {
  readonly number: number;
  readonly name: string; // "0001-record"
  readonly sql: string;
  readonly checksum: string; // SHA-256 of the text with line feeds only
}

/** The numbered files of the project, in their order. */
export const MIGRATIONS_FOLDER = new URL("../../migrations/", import.meta.url);

/**
 * Reads every `NNNN-name.sql` of a folder, in the order of the numbers.
 *
 * @throws on a file of another name and on a number used twice
 */
export function readMigrations(folder: URL = MIGRATIONS_FOLDER): readonly Migration[] {
  const migrations = readdirSync(folder)
    .sort()
    .map((file) => migrationOf(file, readFileSync(new URL(file, folder), "utf8")));
  const twice = migrations.find(({ number }, index) => migrations[index - 1]?.number === number);
  if (twice) throw new Error(`Two migrations have the number of ${twice.name}`);
  return migrations;
}

/** A checkout on Windows may carry other line ends; that is not an edit. */
export function migrationOf(file: string, text: string): Migration {
  const name = /^(\d{4})-[a-z0-9-]+(?=\.sql$)/.exec(file);
  if (!name) throw new Error(`A migration is named NNNN-name.sql, not ${file}`);
  const sql = text.replaceAll("\r\n", "\n");
  return { number: Number(name[1]), name: name[0], sql, checksum: hash("sha256", sql) };
}
