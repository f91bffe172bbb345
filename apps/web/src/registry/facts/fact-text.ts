import type { FactForm } from "@calcar/contract";
import { useIntl } from "react-intl";
import { useDates, useLocalised, useT } from "../../messages/messages.tsx";
import type { FactValue } from "../saving/edits.ts";

export type Fact = FactForm["groups"][number]["facts"][number];

/** A unit as print writes it. */
export const unitText = (unit: string | undefined): string => (unit ?? "").replace("m2", "m²");

/** "24.5 kg/m²", "8.2%", "4 (NRS 0-10)". */
export function withUnit(number: string, unit: string | undefined): string {
  const text = unitText(unit);
  if (text === "") return number;
  if (text.startsWith("%")) return `${number}${text}`;
  return text.startsWith("NRS") ? `${number} (${text})` : `${number} ${text}`;
}

/** The value of a fact in words and with its unit; absent is "not recorded". */
export function useFactText() {
  const t = useT();
  const intl = useIntl();
  const localised = useLocalised();
  const { day } = useDates();
  return (fact: Fact | undefined, value: FactValue | undefined): string => {
    if (value === undefined) return t("fact.absent");
    if (typeof value === "boolean") return t(value ? "fact.yes" : "fact.no");
    if (fact?.type === "code") return localisedCode(fact, value, localised);
    if (fact?.type === "date") return day(String(value));
    return typeof value === "number" ? withUnit(intl.formatNumber(value), unitOf(fact)) : value;
  };
}

const unitOf = (fact: Fact | undefined): string | undefined => (fact !== undefined && "unit" in fact ? fact.unit : undefined);

function localisedCode(fact: Fact & { type: "code" }, value: FactValue, localised: ReturnType<typeof useLocalised>): string {
  const known = fact.values.find(({ code }) => code === value);
  return known === undefined ? String(value) : localised(known.label);
}

/** Every fact of the form by its id. */
export const factsById = ({ groups }: FactForm): ReadonlyMap<string, Fact> =>
  new Map(groups.flatMap(({ facts }) => facts.map((fact) => [fact.id, fact] as const)));
