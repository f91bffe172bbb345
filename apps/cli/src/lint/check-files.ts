import { checkPage, MOST_BINARY_BYTES, openPageReader, type Page, type PageReader, pageProblem, type SarifFailure } from "@calcar/claims";
import type { Refusal } from "@calcar/vocabulary";
import type { FoundFile, Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";
import type { Checked, LintRun } from "./lint-run.ts";

export interface CheckedFiles {
  readonly files: readonly Checked[];
  readonly failures: readonly SarifFailure[];
}

/** Reads and checks every file that the paths name, one at a time; a file that cannot be read is told and the others go on. */
export async function checkFiles(io: Io, run: LintRun, paths: readonly string[]): Promise<CheckedFiles> {
  const found = paths.flatMap((path) => (path === "-" ? [{ path, bytes: 0 }] : filesAt(io, path)));
  const files: Checked[] = [];
  const failures: SarifFailure[] = [];
  const reader = openPageReader();
  try {
    for (const [i, file] of found.entries()) {
      if (io.isTty && found.length > 10 && i % 10 === 0) io.err(`\r${i} of ${found.length} pages`);
      const page = await pageOf(io, reader, file);
      if ("problem" in page) failures.push({ path: file.path, problem: page.problem });
      else files.push({ path: file.path, page, checked: checkPage(page, run.catalog, run), gone: [] });
    }
  } finally {
    await reader.close();
  }
  if (io.isTty && found.length > 10) io.err(`\r${found.length} of ${found.length} pages\n`);
  return { files, failures };
}

function filesAt(io: Io, path: string): readonly FoundFile[] {
  const found = io.find(path, ENDINGS);
  if (found.length === 0) throw new UsageError(`${path}: holds no page; expected files that end in ${ENDINGS.join(", ")}`);
  return found;
}
const ENDINGS = [".txt", ".md", ".html", ".htm", ".xhtml", ".docx", ".pdf", ".mhtml", ".mht"];

async function pageOf(io: Io, reader: PageReader, { path, bytes }: FoundFile): Promise<Page | { readonly problem: string }> {
  if (bytes > MOST_BINARY_BYTES) return { problem: inWords({ kind: "invalid", code: "too-large" }) };
  const read = await reader.read({ bytes: path === "-" ? await io.stdin() : io.readFile(path), name: path });
  return read.ok ? read.value : { problem: inWords(read.refusal) };
}

function inWords(refusal: Refusal): string {
  const { problem, expected } = pageProblem(refusal, "");
  return `${problem}; expected ${expected}`;
}
