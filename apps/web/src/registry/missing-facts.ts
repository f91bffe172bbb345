import type { EvaluationRecord, Recommendation } from "@calcar/contract";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { call } from "../api/call.ts";

/** The facts for which an answer still waits, as the decision itself names them on what is saved so far. */
export function useMissingFacts({ id, version, asOf, hip, facts }: EvaluationRecord): ReadonlySet<string> | undefined {
  const asked = useQuery({
    queryKey: ["missing", id, version],
    queryFn: ({ signal }) =>
      call<Recommendation>("/api/assess", {
        method: "POST",
        body: { schema: "calcar-evaluation/1", asOf, hip: { side: hip.side }, facts },
        signal,
      }),
    select: ({ missing }) => new Set(missing.map(({ fact }) => fact)),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return asked.data;
}
