import type { CheckedText } from "@calcar/contract";
import type { Source } from "./shapes.ts";

const MOST = 200; // characters, as the library takes

/** What a page may be called until its reader says better: its first heading, its first line, or the name of its file. */
export function titleOf(source: Source, { text, headings }: Pick<CheckedText, "text" | "headings">): string {
  const [heading] = headings;
  const words = heading ? text.slice(heading.start, heading.end) : text.trimStart().split(/[\r\n]/, 1)[0]!;
  const title = words.replace(/\s+/g, " ").trim();
  if (title !== "") return title.slice(0, MOST);
  return "file" in source ? source.name.slice(0, MOST) : "";
}
