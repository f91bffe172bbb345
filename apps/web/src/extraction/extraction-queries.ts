import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "../api/call.ts";
import { pruned } from "./place.ts";
import type { Draft, ExtractionCheck, Words } from "./shapes.ts";

export const wordsQuery = queryOptions({
  queryKey: ["/api/extraction/words"],
  queryFn: ({ signal }) => call<Words>("/api/extraction/words", { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export const checkOf = (draft: Draft, signal?: AbortSignal): Promise<ExtractionCheck> =>
  call<ExtractionCheck>("/api/extraction/check", { method: "POST", body: { draft: pruned(draft) }, ...(signal && { signal }) });

/** What the server says of a draft as it stands. The answer before stays until the new one is there. */
export const checkQuery = (draft: Draft) =>
  queryOptions({
    queryKey: ["/api/extraction/check", draft],
    queryFn: ({ signal }) => checkOf(draft, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
