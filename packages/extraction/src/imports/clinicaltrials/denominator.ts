import type { Denom, MeasureClass, OutcomeMeasure } from "./registry-entry.ts";

/**
 * How many were analysed in a group: by the class where it has counts of its own, in the units of the outcome where there are several.
 *
 * @returns undefined when the entry names none, or several and not which
 */
export function denominator(
  { denoms = [], denomUnitsSelected, typeUnitsAnalyzed, paramType }: OutcomeMeasure,
  measured: MeasureClass,
  groupId: string,
): string | undefined {
  const own = measured.denoms?.length ? measured.denoms : denoms;
  const wanted =
    paramType === "COUNT_OF_UNITS" ? typeUnitsAnalyzed : paramType === "COUNT_OF_PARTICIPANTS" ? "Participants" : denomUnitsSelected;
  const chosen = own.length === 1 ? own[0] : own.find(({ units }) => wanted !== undefined && units?.toLowerCase() === wanted.toLowerCase());
  return chosen && countOf(chosen, groupId);
}

const countOf = ({ counts = [] }: Denom, groupId: string): string | undefined => {
  const value = counts.find((count) => count.groupId === groupId)?.value;
  return value !== undefined && /^\d+$/.test(value) ? value : undefined;
};
