import type { Form, Instrument, Subscale, Takes } from "../kinds/instrument.ts";
import { type Fault, fault, repeated } from "./instrument-faults.ts";

/** Subscales read items and earlier subscales that exist, and their ranges are what their methods can reach. */
export function faultsOfSubscales(instrument: Instrument): Fault[] {
  const { subscales } = instrument;
  return [...repeated("subscale", "subscales", subscales), ...subscales.flatMap((subscale, i) => faultsOf(instrument, subscale, i))];
}

function faultsOf(instrument: Instrument, subscale: Subscale, i: number): Fault[] {
  const { method, items, missing } = subscale;
  const at = ["subscales", i];
  if ("of" in method) {
    const earlier = instrument.subscales.slice(0, i).map(({ id }) => id);
    const wrong = [method.of].flat().filter((id) => !earlier.includes(id));
    return [
      ...wrong.map((id) =>
        fault(
          [...at, "method", "of"],
          `no earlier subscale is ${id}`,
          earlier.length > 0 ? `one of ${earlier.join(", ")}` : "a method on items",
        ),
      ),
      ...(items || missing
        ? [fault(at, "reads items and subscales", "a method on subscales has no items and no missing rule of its own")]
        : []),
    ];
  }
  if (!items || !missing) return [fault(at, `${method.kind} has no items or no missing rule`, "items and missing")];
  const codes = new Set(instrument.items.flatMap((group) => group.codes));
  const strangers = items.filter((code) => !codes.has(code));
  if (strangers.length > 0) return strangers.map((code) => fault([...at, "items"], `there is no item ${code}`, "codes of items"));
  return [...missingFaults(subscale, at), ...methodFaults(instrument, subscale, at), ...reachFaults(instrument, subscale, at)];
}

const GAPS_ALLOWED = ["sum", "mean-to-range"];

function missingFaults({ missing, items = [], method }: Subscale, at: (string | number)[]): Fault[] {
  if (missing?.kind !== "mean-of-answered") return [];
  if (!GAPS_ALLOWED.includes(method.kind)) return [fault([...at, "missing"], `${method.kind} takes no gap`, "none-allowed")];
  return missing.atLeast < items.length
    ? []
    : [fault([...at, "missing", "atLeast"], `${missing.atLeast} of ${items.length}`, `fewer than ${items.length}`)];
}

function methodFaults({ items: groups }: Instrument, { method, items = [] }: Subscale, at: (string | number)[]): Fault[] {
  const takes = new Set(
    groups.filter(({ codes }) => codes.some((code) => items.includes(code))).map((group) => JSON.stringify([group.takes, group.countsAs])),
  );
  if (method.kind === "mean-to-range" && takes.size > 1)
    return [fault([...at, "items"], "items that take different answers have no common mean", "items that take the same answers")];
  if (method.kind === "as-given" && items.length !== 1) return [fault([...at, "items"], `${items.length} items`, "one item")];
  if (method.kind === "weighted-arcs")
    return method.arcs.flatMap(({ item }, j) =>
      items.includes(item) ? [] : [fault([...at, "method", "arcs", j], `${item} is no item of the subscale`, `one of ${items.join(", ")}`)],
    );
  return [];
}

/** In every form, the worst and the best answers reach the two ends of the range. */
function reachFaults(instrument: Instrument, subscale: Subscale, at: (string | number)[]): Fault[] {
  const forms: (Form | undefined)[] = instrument.forms ? [...instrument.forms] : [undefined];
  return forms.flatMap((form) => {
    const reach = reachOf(instrument, subscale, form);
    const [low, high] = form?.ranges?.[subscale.id] ?? subscale.range;
    if (reach === undefined || (reach[0] === low && reach[1] === high)) return [];
    const where = form ? ` in form ${form.id}` : "";
    return [
      fault(
        [...at, "range"],
        `range is ${low} to ${high}${where}, the items reach ${reach[0]} to ${reach[1]}`,
        "the range that the items reach",
      ),
    ];
  });
}

function reachOf(instrument: Instrument, { method, items = [] }: Subscale, form: Form | undefined): readonly [number, number] | undefined {
  if (method.kind !== "sum" && method.kind !== "as-given") return undefined;
  return rawReach(instrument, items, form);
}

/** The lowest and highest sum of points that items can come to. */
export function rawReach(instrument: Instrument, codes: readonly string[], form: Form | undefined): readonly [number, number] {
  return codes.reduce<readonly [number, number]>(
    ([low, high], code) => {
      const group = instrument.items.find((each) => each.codes.includes(code))!;
      const points = group.countsAs ?? pointsOf(form?.takes ?? group.takes);
      return [low + Math.min(...points), high + Math.max(...points)];
    },
    [0, 0],
  );
}

const pointsOf = (takes: Takes): readonly number[] => (takes.kind === "choice" ? takes.options.map(({ value }) => value) : takes.range);
