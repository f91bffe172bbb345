import { Link } from "@tanstack/react-router";
import type { TrialState } from "./shapes.ts";

/** A registered trial by its name and number, leading to its entry. */
export function TrialName({ trial: { id, name, number } }: { readonly trial: Pick<TrialState, "id" | "name" | "number"> }) {
  return (
    <Link to="/evidence/trials" hash={id} className="whitespace-nowrap">
      {name === null ? number : `${name} (${number})`}
    </Link>
  );
}
