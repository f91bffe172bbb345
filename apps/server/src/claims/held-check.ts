import type { Catalog } from "@calcar/catalog";
import { type CheckedPage, rulesVersion } from "@calcar/claims";
import type { VersionLine } from "@calcar/contract";
import type { Check } from "@calcar/library";
import type { ShownCheck } from "./shown-check.ts";

/** The form in which checks are kept. Another number means that somebody has to say how the older form is read. */
const FORM = 1;

interface Held extends Omit<ShownCheck, "knowledge"> {
  readonly form: typeof FORM;
}

/** What the library keeps of a check: the page as it was read, whole, so that it can be read again by other rules; and what was found. */
export function holdCheck(catalog: Catalog, { path, page, checked, names, checkedOn, knowledge }: ShownCheck): Check {
  const held: Held = { form: FORM, path, page, checked, names, checkedOn };
  return {
    sentences: page.sentences.length,
    findings: countsOf(checked),
    suppressed: checked.suppressed.length,
    knowledge,
    rules: rulesVersion(catalog),
    held,
  };
}

/** A check as it was kept. @throws when it was kept in a form that this program does not know */
export function readHeld(held: unknown, { knowledge }: Pick<VersionLine, "knowledge">): ShownCheck {
  if (!isHeld(held)) throw new Error("A check of the library is kept in a form that is not known here");
  const { form: _form, ...check } = held;
  return { ...check, knowledge };
}

const isHeld = (held: unknown): held is Held => typeof held === "object" && held !== null && "form" in held && held.form === FORM;

function countsOf({ findings }: CheckedPage): Check["findings"] {
  const of = (severity: CheckedPage["findings"][number]["severity"]): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return { error: of("error"), warning: of("warning"), info: of("info") };
}
