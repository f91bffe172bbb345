import { useT } from "../messages/messages.tsx";
import type { Problem } from "./shapes.ts";

/** Problems with a file, each with its place and what was expected. */
export function RefusedList({ problems }: { readonly problems: readonly Problem[] }) {
  const t = useT();
  return (
    <ul className="list-disc ps-5 measure wrap-anywhere">
      {problems.map(({ place, problem, expected }) => (
        <li key={`${place} ${problem}`}>{t("extraction.expected", { place, problem, expected })}</li>
      ))}
    </ul>
  );
}
