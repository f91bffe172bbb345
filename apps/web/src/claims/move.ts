import type { Span } from "./shapes.ts";

export const findingId = (number: number): string => `finding-${number}`;
export const TEXT_FIELD = "page-edit";

/** Brings a finding into sight and the keyboard to it. */
export function focusFinding(number: number): void {
  requestAnimationFrame(() => {
    const button = document.getElementById(findingId(number));
    button?.focus({ preventScroll: true });
    button?.closest("li")?.scrollIntoView({ block: "nearest" });
  });
}

/** Brings the words of a finding into sight: the keyboard goes to their mark, or in a text that is being edited, selects them. */
export function focusMark(number: number, span: Span | undefined): void {
  const mark = document.querySelector<HTMLElement>(`[data-findings~="${number}"]`);
  const field = document.getElementById(TEXT_FIELD);
  mark?.scrollIntoView({ block: "center" });
  if (!(field instanceof HTMLTextAreaElement)) mark?.focus({ preventScroll: true });
  else if (span) {
    field.focus({ preventScroll: true });
    field.setSelectionRange(span.start, span.end);
  }
}

/** From one finding to the one before or after it. */
export function focusNeighbour(from: HTMLElement, by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(".finding-head")];
  all[all.indexOf(from) + by]?.focus();
}
