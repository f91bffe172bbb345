import type { BenchmarksPage } from "@calcar/contract";
import { useT } from "../../messages/messages.tsx";
import { useNumbers } from "../use-numbers.ts";

export type Benchmark = BenchmarksPage["established"][number];

/** A figure as printed. A pair is a range over studies and is called so: it is no interval. */
export function BenchmarkValue({ row: { value, unit, interval, sd } }: { readonly row: Benchmark }) {
  const t = useT();
  const { plain, plainRange } = useNumbers();
  const printed = typeof value === "number" ? plain(value) : plainRange(value);
  const withUnit = (text: string): string => {
    if (unit.startsWith("%")) return t("evidence.bench.percent", { value: text });
    return unit === "OR" ? `${unit} ${text}` : `${text} ${unit}`;
  };
  return (
    <>
      <span className="number">{withUnit(printed)}</span>
      {typeof value === "number" ? null : <span className="note block">{t("evidence.bench.range")}</span>}
      {interval === undefined ? null : (
        <span className="note block">{t("evidence.bench.interval", { interval: plainRange(interval) })}</span>
      )}
      {sd === undefined ? null : <span className="note block">{t("evidence.bench.sd", { sd: plain(sd) })}</span>}
    </>
  );
}
