import type { CheckedText } from "@calcar/contract";
import { useLocalised, useT } from "../messages/messages.tsx";
import { countOf, type FindingFilter } from "./finding-filter.ts";
import { JURISDICTIONS, type Jurisdiction, type Placed, SEVERITIES } from "./shapes.ts";

interface FilterBarProps {
  readonly placed: readonly Placed[];
  readonly rules: CheckedText["rules"];
  readonly filter: FindingFilter;
  readonly jurisdiction: Jurisdiction | undefined;
  readonly onFilter: (filter: FindingFilter) => void;
  readonly onJurisdiction: (jurisdiction: Jurisdiction | undefined) => void;
}

/** Which findings are shown, here and in the page; and whose law is named. */
export function FilterBar({ placed, rules, filter, jurisdiction, onFilter, onJurisdiction }: FilterBarProps) {
  const t = useT();
  const localised = useLocalised();
  const found = [...new Set(placed.map(({ finding }) => finding.rule))].sort();
  return (
    <div className="no-print grid gap-3">
      <fieldset className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <legend className="sr-only">{t("claims.filter.severities")}</legend>
        {SEVERITIES.map((severity) => (
          <label key={severity} className="flex min-h-8 cursor-pointer items-center gap-2">
            <input
              type="checkbox"
              className="filter-box"
              checked={!filter.hidden.includes(severity)}
              onChange={({ target }) =>
                onFilter({
                  ...filter,
                  hidden: target.checked ? filter.hidden.filter((one) => one !== severity) : [...filter.hidden, severity],
                })
              }
            />
            <span className={`claim-key claim-${severity}`}>{t(`claims.severity.${severity}`)}</span>
            <span className="text-muted">{countOf(placed, severity)}</span>
          </label>
        ))}
      </fieldset>
      <div className="grid grid-cols-1 gap-3 text-sm sm:grid-cols-2">
        <label className="grid gap-1">
          <span>{t("claims.filter.rule")}</span>
          <select
            className="input-quiet min-w-0"
            value={filter.rule ?? ""}
            onChange={({ target }) => onFilter({ ...filter, rule: target.value === "" ? undefined : target.value })}
          >
            <option value="">{t("claims.filter.allRules")}</option>
            {found.map((rule) => (
              <option key={rule} value={rule}>
                {rules[rule] === undefined ? rule : localised(rules[rule])}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1">
          <span>{t("claims.filter.law")}</span>
          <select
            className="input-quiet min-w-0"
            value={jurisdiction ?? ""}
            onChange={({ target }) => onJurisdiction(JURISDICTIONS.find((known) => known === target.value))}
          >
            <option value="">{t("claims.filter.allLaws")}</option>
            {JURISDICTIONS.map((one) => (
              <option key={one} value={one}>
                {t(`claims.jurisdiction.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  );
}
