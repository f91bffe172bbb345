import type { Form, Instrument } from "@calcar/catalog";
import { ok, type Refusal, type Result, refuse } from "@calcar/vocabulary";

export const FORM_NOT_STATED: Refusal = { kind: "incomplete", code: "form-not-stated", missing: ["form"] };

/**
 * The form in which an instrument was answered.
 *
 * @param form id of one of the instrument's forms; absent means its default form, if it has one
 * @returns the form, or undefined for an instrument that has only one
 * @refuses incomplete/form-not-stated when the instrument has several forms, none is stated and none is the default; invalid/form-unknown
 */
export function formOf({ forms, defaultForm }: Pick<Instrument, "forms" | "defaultForm">, form?: string): Result<Form | undefined> {
  const wanted = form ?? defaultForm;
  if (forms === undefined) return wanted === undefined ? ok(undefined) : refuse("invalid", "form-unknown");
  if (wanted === undefined) return { ok: false, refusal: FORM_NOT_STATED };
  const found = forms.find(({ id }) => id === wanted);
  return found ? ok(found) : refuse("invalid", "form-unknown");
}
