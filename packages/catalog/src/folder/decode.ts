import type { Problem } from "@calcar/vocabulary";
import type { KnowledgeFile } from "../catalog.ts";
import type { RawFile } from "./read-files.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }); // a byte order mark stays, to be refused by name

/** The texts of files; a file that is not UTF-8 is a problem at the line where it stops being so. */
export function decode(files: readonly RawFile[]): { readonly texts: KnowledgeFile[]; readonly problems: Problem[] } {
  const texts: KnowledgeFile[] = [];
  const problems: Problem[] = [];
  for (const { path, bytes } of files) {
    const text = decoded(bytes);
    if (text !== undefined) texts.push({ path, text });
    else problems.push({ place: `knowledge/${path}:${lastGoodLine(bytes)}`, problem: "is not UTF-8", expected: "a text in UTF-8" });
  }
  return { texts, problems };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function lastGoodLine(bytes: Uint8Array): number {
  const good = new TextDecoder().decode(bytes).split("\uFFFD", 1)[0] ?? "";
  return good.split("\n").length;
}
