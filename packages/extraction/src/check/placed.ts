import { Id, type Outcome } from "@calcar/catalog/schema";
import { readPrinted } from "@calcar/statistics";
import type { PrintedNumber } from "../draft/figure.ts";
import type { OutcomeDraft } from "../draft/outcome-draft.ts";
import { type Ledger, maybe, present, text, wrong } from "./ledger.ts";

/** What a form writes where the catalog knows no such instrument: such an outcome enters no pool. */
export const NOT_ON_FILE = "not-on-file";

type Placed = Pick<
  Outcome,
  | "id"
  | "name"
  | "arm"
  | "group"
  | "months"
  | "timepoint"
  | "domain"
  | "phase"
  | "instrument"
  | "instrumentId"
  | "unit"
  | "scale"
  | "url"
  | "p"
>;

/** Where an outcome belongs: whose it is, when, of what instrument, on what scale. */
export function placedOf(ledger: Ledger, field: string, outcome: OutcomeDraft, arms: readonly string[]): Placed | undefined {
  const before = ledger.problems.length;
  const name = text(ledger, `${field}.name`, outcome.name, "what was measured or counted, in the paper's words");
  const whose = whoseOf(ledger, field, outcome, arms);
  const months = monthsOf(ledger, field, outcome);
  const isScore = outcome.type === "value" || outcome.type === "change";
  if (isScore) text(ledger, `${field}.unit`, outcome.unit, "the unit: points, mm, %");
  const instrumentId = instrumentOf(ledger, field, outcome, isScore);
  const scale = scaleOf(ledger, field, outcome);
  const url = maybe(outcome.url);
  if (url !== undefined && !/^https?:\/\/\S+$/.test(url)) wrong(ledger, `${field}.url`, `${url} is no address`, "https://...");
  const id = idOf(ledger, field, outcome, months);
  if (ledger.problems.length > before || name === undefined || id === undefined) return undefined;
  const { phase } = outcome;
  return present({
    id,
    name,
    ...whose,
    months,
    timepoint: maybe(outcome.timepoint),
    domain: maybe(outcome.domain),
    phase,
    instrument: maybe(outcome.instrument),
    instrumentId,
    unit: maybe(outcome.unit),
    scale,
    url,
    p: maybe(outcome.p),
  });
}

function whoseOf(ledger: Ledger, field: string, outcome: OutcomeDraft, arms: readonly string[]): { arm?: string; group?: string } {
  const [arm, group] = [maybe(outcome.arm), maybe(outcome.group)];
  if (arm !== undefined && !arms.includes(arm))
    wrong(ledger, `${field}.arm`, `${arm} is no arm of this study`, `one of ${arms.join(", ")}`);
  if (arm === undefined && group === undefined)
    wrong(ledger, `${field}.arm`, "missing", "an arm of this study, or in `group` whom it is about");
  return { ...(arm !== undefined && { arm }), ...(group !== undefined && { group }) };
}

function monthsOf(ledger: Ledger, field: string, { months, timepoint }: OutcomeDraft): number | undefined {
  if (months === undefined || months === "") {
    if (!maybe(timepoint)) wrong(ledger, `${field}.months`, "missing", "months after treatment, or in `timepoint` the time as printed");
    return undefined;
  }
  return plainNumber(ledger, `${field}.months`, months, { least: 0, most: 1200, expected: "months after treatment, 0 to 1200" });
}

interface Limits {
  readonly least: number;
  readonly most: number;
  readonly expected: string;
}

/** A number that is a coordinate or a scale, not a figure of the results. */
export function plainNumber(ledger: Ledger, field: string, given: PrintedNumber, { least, most, expected }: Limits): number | undefined {
  const value = readPrinted(given)?.value;
  if (value === undefined || value < least || value > most)
    return wrong(ledger, field, `${JSON.stringify(given)} is not possible here`, expected);
  return value + 0; // of a typed -0 the 0 that a file can hold
}

function instrumentOf(ledger: Ledger, field: string, outcome: OutcomeDraft, isScore: boolean): string | undefined {
  const id = maybe(outcome.instrumentId);
  const known = [...(ledger.known?.instruments ?? [])].sort();
  if (id === NOT_ON_FILE) {
    text(ledger, `${field}.instrument`, outcome.instrument, "the instrument as the paper calls it");
    if (isScore)
      ledger.notices.push({
        place: `${field}.instrumentId`,
        problem: "an instrument that is not on file",
        expected: "one that is, for this to enter a pool",
      });
    return undefined;
  }
  if (id === undefined)
    return isScore ? wrong(ledger, `${field}.instrumentId`, "missing", `one of ${known.join(", ")}; or ${NOT_ON_FILE}`) : undefined;
  return known.includes(id)
    ? id
    : wrong(ledger, `${field}.instrumentId`, `${id} is not on file`, `one of ${known.join(", ")}; or ${NOT_ON_FILE}`);
}

const SCALE = { least: -1e6, most: 1e6, expected: "an end of the scale" };

function scaleOf(ledger: Ledger, field: string, { scale }: OutcomeDraft): Placed["scale"] {
  if (scale === undefined || Object.keys(scale).length === 0) return undefined;
  const [min, max] = (["min", "max"] as const).map((end) => {
    const given = scale[end];
    return given === undefined || given === "" ? undefined : plainNumber(ledger, `${field}.scale.${end}`, given, SCALE);
  });
  if (min !== undefined && max !== undefined && min >= max)
    wrong(ledger, `${field}.scale.min`, `a scale from ${min} to ${max}`, "its low end below its high end");
  return present({ min, max, higherIsBetter: scale.higherIsBetter, assumed: scale.assumed, note: maybe(scale.note) });
}

/** The stated id, or one made of name, time and arm: the same for the same words. */
function idOf(ledger: Ledger, field: string, outcome: OutcomeDraft, months: number | undefined): string | undefined {
  const when = months === undefined ? (outcome.timepoint ?? "") : String(months);
  const id = maybe(outcome.id) ?? slug(`${outcome.name ?? ""} ${when} ${outcome.arm ?? outcome.group ?? ""}`);
  if (Id.safeParse(id).success) return id;
  return wrong(ledger, `${field}.id`, `${JSON.stringify(id)} is no id`, "lower-case letters, digits and hyphens, or none");
}

/** A text as an id. */
export const slug = (words: string): string =>
  words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("+", " plus ")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
