import type { CatalogInstrument } from "@calcar/catalog";
import { ok, type Result } from "@calcar/vocabulary";
import type { Extension, Questionnaire, QuestionnaireItem, QuestionnaireItemAnswerOption } from "@medplum/fhirtypes";
import { formOf } from "../definition/form-of.ts";
import { type Item, itemsOf } from "../definition/items-of.ts";
import type { LanguageWording } from "../licence/read-wording.ts";
import { canonicalOf, loincOf, systemOf } from "./systems.ts";

export interface QuestionnaireChoice {
  readonly form?: string | undefined; // of an instrument that has several
  readonly language?: string | undefined; // of the wording, BCP 47
  readonly wording?: LanguageWording | undefined; // licensed text of a clinic whose licence gate is open; absent: codes only
}

/**
 * An instrument as a FHIR R4 Questionnaire.
 *
 * Every item is a question under its own code. Without licensed wording an item has no text: whoever shows the form loads it.
 * A draft where something the scores rest on is confirmed by no readable source.
 *
 * @refuses incomplete/form-not-stated for an instrument of several forms without a default; invalid/form-unknown
 */
export function questionnaire(instrument: CatalogInstrument, { form, language, wording }: QuestionnaireChoice = {}): Result<Questionnaire> {
  const found = formOf(instrument, form);
  if (!found.ok) return found;
  const id = found.value === undefined ? instrument.id : `${instrument.id}-${found.value.id}`;
  const { name, version, licence, about, unconfirmed = [] } = instrument;
  return ok({
    resourceType: "Questionnaire",
    id,
    url: `${canonicalOf(instrument)}${found.value === undefined ? "" : `:form:${found.value.id}`}`,
    version,
    name: nameOf(id),
    title: wording?.title ?? (found.value === undefined ? name : `${name}, ${found.value.name.en}`),
    status: unconfirmed.length === 0 ? "active" : "draft",
    subjectType: ["Patient"],
    date: instrument.history.at(-1)!.on,
    description: about.en,
    copyright: licence.attribution ?? licence.terms.en,
    ...some("language", language),
    ...some("code", loincOf(instrument, "panel")),
    item: itemsOf(instrument, found.value).map((item) => itemOf(instrument, item, wording)),
  });
}

/** A name that a program can use: a capital letter, then letters and digits. */
const nameOf = (id: string): string => `Calcar${id.replace(/(?:^|[^a-z0-9])([a-z0-9]?)/gi, (_, first: string) => first.toUpperCase())}`;

function itemOf(instrument: CatalogInstrument, item: Item, wording: LanguageWording | undefined): QuestionnaireItem {
  const worded = wording?.items.find(({ code }) => code === item.code);
  const text = worded?.text ?? item.label?.en;
  return {
    linkId: item.code,
    code: [...loincOf(instrument, { item: item.code }), { system: systemOf(instrument, "item"), code: item.code }],
    ...some("text", text),
    ...answersOf(instrument, item, worded?.options ?? wording?.options),
    required: false, // what a missing answer means is for the scoring to say
  };
}

type Options = LanguageWording["options"];

function answersOf(
  instrument: CatalogInstrument,
  { code, takes }: Item,
  worded: Options,
): Pick<QuestionnaireItem, "type"> & Partial<QuestionnaireItem> {
  const system = systemOf(instrument, "item", code);
  const textOf = (value: number) => worded?.find((option) => option.value === value)?.text;
  if (takes.kind === "choice")
    return {
      type: "choice",
      answerOption: takes.options.map(({ code, value, label }) => option({ system, code, display: textOf(value) ?? label?.en }, value)),
    };
  const [low, high] = takes.range;
  if (takes.kind === "whole" && worded)
    return {
      type: "choice",
      answerOption: Array.from({ length: high - low + 1 }, (_, i) =>
        option({ system, code: String(low + i), display: textOf(low + i) }, low + i),
      ),
    };
  const type = takes.kind === "whole" ? "integer" : "decimal";
  return { type, extension: [end("minValue", type, low), end("maxValue", type, high), ...unit(takes.unit)] };
}

const option = (
  { system, code, display }: { system: string; code: string; display: string | undefined },
  value: number,
): QuestionnaireItemAnswerOption => ({
  extension: [{ url: "http://hl7.org/fhir/StructureDefinition/ordinalValue", valueDecimal: value }],
  valueCoding: { system, code, ...some("display", display) },
});

const end = (which: "minValue" | "maxValue", type: "integer" | "decimal", value: number): Extension => ({
  url: `http://hl7.org/fhir/StructureDefinition/${which}`,
  ...(type === "integer" ? { valueInteger: value } : { valueDecimal: value }),
});

const unit = (text: string | undefined): Extension[] =>
  text === undefined
    ? []
    : [
        {
          url: "http://hl7.org/fhir/StructureDefinition/questionnaire-unit",
          valueCoding: { system: "http://unitsofmeasure.org", ...ucum(text), display: text },
        },
      ];

const ucum = (text: string): { code: string } => ({ code: UCUM[text] ?? `{${text.replace(/[^\x21-\x7e]|[{}]/g, "_")}}` });
const UCUM: Readonly<Record<string, string>> = { mm: "mm", degrees: "deg" };

/** A field that is left out where there is nothing to say: FHIR forbids empty ones. */
const some = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined || (Array.isArray(value) && value.length === 0) ? {} : ({ [key]: value } as Record<K, V>);
