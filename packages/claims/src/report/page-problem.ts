import type { Problem, Refusal } from "@calcar/vocabulary";

/**
 * Why a file could not be read as a page, in words that name what was expected instead.
 *
 * @param place what the reader calls the file
 */
export function pageProblem({ code, missing }: Refusal, place: string): Problem {
  const [problem, expected] = PROBLEMS[code] ?? [code.replaceAll("-", " "), "a page that can be read"];
  return { place, problem: missing === undefined || missing.length === 0 ? problem : `${problem} (${missing.join(", ")})`, expected };
}

const READ = "text, Markdown, HTML, Word (.docx), PDF or a web archive";

const PROBLEMS: Readonly<Record<string, readonly [problem: string, expected: string]>> = {
  empty: ["is empty", "a page with text"],
  "too-large": ["is too large", "at most 25 MB of text, 50 MB of PDF or Word, 2,000 PDF pages"],
  binary: ["is no text", READ],
  "unknown-encoding": ["is in an encoding that is not known", "UTF-8"],
  "unsupported-format": ["is in a format that is not read", READ],
  encrypted: ["is encrypted", "a file without a password"],
  "too-slow": ["takes too long to read", "a file that opens within a minute"],
  "too-much-memory": ["unpacks to more than memory should hold", "a file that unpacks to at most 1 GB"],
  unreadable: ["is damaged and cannot be read", "a file that opens elsewhere"],
  "scanned-without-text": ["holds pictures of pages and no text", "a PDF with a text layer (run text recognition first)"],
};
