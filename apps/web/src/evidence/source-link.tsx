import { Link } from "@tanstack/react-router";

/** A citation key as print sets it; it leads to the page of the source. */
export function SourceLink({ id }: { readonly id: string }) {
  return (
    <Link to="/evidence/sources/$id" params={{ id }} preload={false}>
      {id}
    </Link>
  );
}
