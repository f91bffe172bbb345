/** The seven ways Calcar says no. Closed on purpose: each app maps every kind to one status and one sentence. */
export type RefusalKind =
  | "invalid" // breaks its schema or a rule of the field
  | "incomplete" // a fact the answer needs is missing; `missing` names it
  | "not-applicable" // outside the scope of the method, rule or guideline
  | "not-permitted" // consent, role or release rule forbids it
  | "conflict" // the record moved on since it was read
  | "not-found"
  | "unavailable"; // something outside failed; trying again may help

export interface Refusal {
  readonly kind: RefusalKind;
  readonly code: string; // stable and documented: "too-few-studies"
  readonly missing?: readonly string[];
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refuse = (kind: RefusalKind, code: string, missing?: readonly string[]): Result<never> => ({
  ok: false,
  refusal: missing ? { kind, code, missing } : { kind, code },
});
