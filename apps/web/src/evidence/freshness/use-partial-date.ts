import { useIntl } from "react-intl";
import type { TrialState } from "./shapes.ts";

/** A date as far as a register gives it: a year, a month or a day. Never more precise than it was printed. */
export function usePartialDate() {
  const intl = useIntl();
  return (date: NonNullable<TrialState["start"]>): string => {
    const [year, month, day] = date.split("-");
    if (month === undefined) return year!;
    const at = `${year}-${month}-${day ?? "01"}T00:00:00Z`;
    return intl.formatDate(at, { timeZone: "UTC", year: "numeric", month: "short", ...(day === undefined ? {} : { day: "numeric" }) });
  };
}
