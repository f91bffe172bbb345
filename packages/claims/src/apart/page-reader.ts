import type { Result } from "@calcar/vocabulary";
import type { Page } from "../page/page.ts";
import { type PageName, readPage } from "../page/read-page.ts";
import { formatOf } from "../page/source-format.ts";
import { Workers, type WorkLimits } from "./workers.ts";

export interface FileToRead extends PageName {
  readonly bytes: Uint8Array;
}

/** Reads files of strangers one after the other. */
export interface PageReader {
  read(file: FileToRead): Promise<Result<Page>>;
  close(): Promise<void>;
}

/** Far more than any brochure takes. */
const LIMITS: WorkLimits = { workers: 1, waiting: 1_000, ms: 60_000, megabytes: 1_000 };

/**
 * A reader of files that cannot be held up: a small PDF can unpack to gigabytes or draw itself in itself for years, so PDF
 * and Word files are read in a thread apart, which is ended at its limits. All other formats are read here, in linear time.
 *
 * @returns a reader that refuses what `readPage` does, and further:
 * invalid/too-slow when reading takes longer than a minute; invalid/too-much-memory when it takes more than 1 GB
 */
export function openPageReader(limits: WorkLimits = LIMITS): PageReader {
  const workers = new Workers<FileToRead, Result<Page>>({ url: new URL("./read-worker.ts", import.meta.url), data: undefined }, limits);
  return {
    read: async (file) => {
      const format = formatOf(file.bytes, file.name);
      if (!format.ok || (format.value !== "pdf" && format.value !== "docx")) return readPage(file.bytes, file);
      const read = await workers.ask(file);
      return read.ok ? read.value : read;
    },
    close: () => workers.close(),
  };
}
