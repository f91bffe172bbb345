import { useT } from "../messages/messages.tsx";
import type { Guideline } from "./shapes.ts";

/** The body and its year, always together. */
export function useGuidelineName() {
  const t = useT();
  return ({ shortName: name, year }: Pick<Guideline, "shortName" | "year">): string =>
    year === undefined ? t("evidence.guidelines.noYear", { name }) : t("evidence.guidelines.name", { name, year: String(year) });
}
