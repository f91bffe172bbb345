import type { ImportedFile } from "@calcar/extraction";
import type { FileBelow } from "../new-folder.ts";

/** A file that was read, by the name it was given. */
export interface NamedImport {
  readonly name: string;
  readonly file: ImportedFile;
}

/** What an import came to. */
export interface ImportOutcome {
  readonly imported: readonly NamedImport[];
  readonly files: readonly FileBelow[];
  readonly folder: string | undefined; // where they were written
  readonly asked: string | undefined; // where they were to be written
}
