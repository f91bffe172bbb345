import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "../api/call.ts";
import { pruned } from "./place.ts";
import type { Draft, ExtractionCheck, ExtractionImport, ImportWish, Words } from "./shapes.ts";

export const wordsQuery = queryOptions({
  queryKey: ["/api/extraction/words"],
  queryFn: ({ signal }) => call<Words>("/api/extraction/words", { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export const checkOf = (draft: Draft, signal?: AbortSignal): Promise<ExtractionCheck> =>
  call<ExtractionCheck>("/api/extraction/check", { method: "POST", body: { draft: pruned(draft) }, ...(signal && { signal }) });

/** A draft that somebody saved or wrote by hand, in JSON or YAML. @throws Refused with every problem when it is none */
export const openDraft = async (text: string): Promise<Draft> =>
  (await call<{ readonly draft: Draft }>("/api/extraction/open", { method: "POST", body: { text } })).draft;

interface ImportAsked {
  readonly file: File;
  readonly wish: ImportWish;
}

/** What a file of another program holds. Its bytes go as they are: only they tell its encoding. */
export const importFile = async ({ file, wish }: ImportAsked): Promise<ExtractionImport> =>
  call<ExtractionImport>("/api/extraction/import", { method: "POST", body: { bytes: await base64Of(file), ...wish } });

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsDataURL(file);
  });

/** What the server says of a draft as it stands. The answer before stays until the new one is there. */
export const checkQuery = (draft: Draft) =>
  queryOptions({
    queryKey: ["/api/extraction/check", draft],
    queryFn: ({ signal }) => checkOf(draft, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
