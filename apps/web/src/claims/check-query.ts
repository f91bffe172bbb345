import type { CheckedText } from "@calcar/contract";
import { queryOptions } from "@tanstack/react-query";
import { call, callFile } from "../api/call.ts";
import type { Jurisdiction, Source } from "./shapes.ts";

const FORGOTTEN_AFTER = 60_000; // milliseconds after the page that asked is closed

/** A page checked, with its text. The server keeps nothing of it. */
export const checkQuery = (source: Source, language: "en" | "es") =>
  queryOptions({
    queryKey: ["check", source.id, language],
    queryFn: ({ signal }) =>
      call<CheckedText>(pathOf(source, { format: "page", language }), { method: "POST", body: bodyOf(source), signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: FORGOTTEN_AFTER,
  });

interface ReportWish {
  readonly language: "en" | "es";
  readonly jurisdiction: Jurisdiction | undefined; // all when absent
}

/** The findings as a file. */
export const checkFile = (
  source: Source,
  format: "pdf" | "sarif" | "html" | "json",
  { language, jurisdiction }: ReportWish,
): Promise<Blob> => callFile(pathOf(source, { format, language, jurisdiction }), { method: "POST", body: bodyOf(source, jurisdiction) });

function pathOf(source: Source, { format, language, jurisdiction }: Partial<ReportWish> & { readonly format: string }): string {
  const search = new URLSearchParams({ format, language: language ?? "en" });
  if ("file" in source) {
    search.set("name", source.name.slice(-255));
    if (jurisdiction !== undefined) search.set("jurisdiction", jurisdiction);
  }
  return `/api/claims/check?${search}`;
}

/** A text goes as JSON, a file as its bytes. */
export function bodyOf(source: Source, jurisdiction?: Jurisdiction): unknown {
  if ("file" in source) return source.file;
  const { text, name } = source;
  return { text, ...(name !== undefined && { name }), ...(jurisdiction !== undefined && { jurisdictions: [jurisdiction] }) };
}

let made = 0;
const newId = (): string => {
  made += 1;
  return String(made);
};

/** A pasted text. Without a name the server tells by the text itself whether it is HTML. */
export const pastedText = (text: string): Source => ({ id: newId(), text });

/** A text that was read from a page before, or written here: plain text, whatever it looks like. */
export const plainText = (text: string): Source => ({ id: newId(), name: "text.txt", text });

export const fileSource = (file: File): Source => ({ id: newId(), name: file.name === "" ? "file" : file.name, file });
