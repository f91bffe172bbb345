import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { needsSignIn, Unreached } from "./call.ts";

/**
 * The cache of everything read from the server. A refusal is final and never asked again by itself; silence is tried once more.
 * @param signIn called when the session has ended
 */
export function createQueries(signIn: () => void): QueryClient {
  const onError = (failure: unknown): void => {
    if (needsSignIn(failure)) signIn();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { retry: (count, failure) => failure instanceof Unreached && count < 1, retryDelay: 500, networkMode: "always" },
      mutations: { networkMode: "always" },
    },
  });
}
