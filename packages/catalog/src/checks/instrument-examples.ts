import type { Instrument } from "../kinds/instrument.ts";
import type { Threshold } from "../kinds/threshold.ts";
import type { Finding } from "../parse/finding.ts";
import type { Parsed } from "../parse/parsed.ts";
import { type Fault, fault } from "./instrument-faults.ts";

/** Worked examples and thresholds speak of what their instrument has; a threshold id means one threshold. */
export function checkInstrumentExamples({ instruments, vectors, thresholds, responders }: Parsed): Finding[] {
  const byName = new Map(instruments.map(({ name, value }) => [name, value]));
  const strangers = [...vectors, ...thresholds].filter(({ name }) => !byName.has(name));
  const bare = instruments.filter(({ name }) => !vectors.some((entry) => entry.name === name));
  return [
    ...strangers.map(({ file, name }) => ({
      file,
      ...fault([], "has no definition.yaml beside it", `knowledge/instruments/${name}/definition.yaml`),
    })),
    ...bare.map(({ file, name }) => ({
      file,
      ...fault([], "has no vectors.yaml beside it", `knowledge/instruments/${name}/vectors.yaml`),
    })),
    ...vectors.flatMap(({ file, name, value }) =>
      inside(byName.get(name), (instrument) => value.flatMap((vector, i) => vectorFaults(instrument, vector, i)), file),
    ),
    ...thresholds.flatMap(({ file, name, value }) =>
      inside(byName.get(name), (instrument) => value.thresholds.flatMap((threshold, i) => thresholdFaults(instrument, threshold, i)), file),
    ),
    ...thresholdsTwice(thresholds),
    ...responderFaults(responders, new Map(thresholds.flatMap(({ value }) => value.thresholds.map((each) => [each.id, each])))),
  ];
}

const inside = (instrument: Instrument | undefined, faults: (instrument: Instrument) => Fault[], file: string): Finding[] =>
  instrument ? faults(instrument).map((each) => ({ file, ...each })) : [];

function vectorFaults({ subscales, forms = [] }: Instrument, vector: Parsed["vectors"][number]["value"][number], i: number): Fault[] {
  const { scores, raw = {}, refused = {}, form, answers, entered } = vector;
  const ids = subscales.map(({ id }) => id);
  const judged = [...Object.keys(scores), ...Object.keys(refused)];
  return [
    ...[...judged, ...Object.keys(raw)]
      .filter((id) => !ids.includes(id))
      .map((id) => fault([i], `there is no subscale ${id}`, `one of ${ids.join(", ")}`)),
    ...(judged.length > 0 ? [] : [fault([i], "judges nothing", "scores or refused")]),
    ...(form === undefined || forms.some(({ id }) => id === form)
      ? []
      : [fault([i, "form"], `there is no form ${form}`, "the id of a form")]),
    ...((answers === undefined) === (entered === undefined) ? [fault([i], "answers and entered", "one of the two")] : []),
  ];
}

const MEANS: Readonly<Record<Threshold["kind"], readonly Threshold["meaning"][]>> = {
  MCII: ["improvement"],
  MCID: ["improvement"],
  MIC: ["improvement"],
  MID: ["improvement"],
  "moderate-improvement": ["improvement"],
  SCB: ["improvement"],
  PASS: ["state-at-least", "state-at-most"],
  MDC: ["detectable-change"],
};

function thresholdFaults({ subscales, forms = [] }: Instrument, threshold: Threshold, i: number): Fault[] {
  const { subscale: id, form, value, scale, unit, kind, meaning } = threshold;
  const at = ["thresholds", i];
  const subscale = subscales.find((each) => each.id === (id ?? subscales[0]!.id));
  if (!subscale) return [fault([...at, "subscale"], `there is no subscale ${id}`, `one of ${subscales.map((each) => each.id).join(", ")}`)];
  const values = [value].flat();
  const width = scale ? scale[1] - scale[0] : Number.POSITIVE_INFINITY;
  const fits = values.every((each) => each > 0 && (unit === "percent-of-baseline" ? each <= 100 : each <= width));
  const wantsLow = subscale.direction === "higher-worse";
  const wrongEnd = kind === "PASS" && meaning === (wantsLow ? "state-at-least" : "state-at-most");
  return [
    ...(fits
      ? []
      : [fault([...at, "value"], `value ${values.join(" to ")} does not lie on its scale`, "a positive amount no larger than the scale")]),
    ...(MEANS[kind].includes(meaning) ? [] : [fault([...at, "meaning"], `a ${kind} is no ${meaning}`, MEANS[kind].join(" or "))]),
    ...(wrongEnd
      ? [fault([...at, "meaning"], `${subscale.id} is ${subscale.direction}`, wantsLow ? "state-at-most" : "state-at-least")]
      : []),
    ...(form === undefined || forms.some((each) => each.id === form)
      ? []
      : [fault([...at, "form"], `there is no form ${form}`, "the id of a form")]),
  ];
}

function thresholdsTwice(entries: Parsed["thresholds"]): Finding[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ file, value }) =>
    value.thresholds.flatMap(({ id }, i) => {
      const before = first.get(id);
      first.set(id, before ?? file);
      return before
        ? [{ file, ...fault(["thresholds", i, "id"], `threshold ${id} is already in knowledge/${before}`, "a threshold id used once") }]
        : [];
    }),
  );
}

function responderFaults(responders: Parsed["responders"], thresholds: ReadonlyMap<string, Threshold>): Finding[] {
  const known = new Set(responders.map(({ value }) => value.id));
  return responders.flatMap(({ file, value: { rule, cases } }) => {
    const parts = rule.kind === "response-class" ? rule.of : [];
    return [
      ...parts.flatMap((id, i) =>
        known.has(id) ? [] : [{ file, ...fault(["rule", "of", i], `there is no responder ${id}`, "the id of a responder") }],
      ),
      ...cases.flatMap(({ threshold }, i) => {
        const wanted = "thresholdKind" in rule ? rule.thresholdKind : undefined;
        const kind = threshold === undefined ? undefined : thresholds.get(threshold)?.kind;
        return kind === wanted
          ? []
          : [
              {
                file,
                ...fault(
                  ["cases", i, "threshold"],
                  `threshold is ${threshold ?? "missing"}`,
                  wanted ? `the id of a threshold of kind ${wanted}` : "no threshold",
                ),
              },
            ];
      }),
    ];
  });
}
