import { Fragment, type ReactNode } from "react";

export interface Term {
  readonly term: string;
  readonly says: ReactNode;
}

/** Names of things with what is known of each, side by side where there is room. */
export function TermList({ terms }: { readonly terms: readonly Term[] }) {
  return (
    <dl className="grid gap-x-8 text-sm sm:grid-cols-[12rem_minmax(0,1fr)] sm:gap-y-2">
      {terms.map(({ term, says }) => (
        <Fragment key={term}>
          <dt className="text-muted">{term}</dt>
          <dd className="measure mb-2 sm:mb-0">{says}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
