import type { Catalog } from "@calcar/catalog";
import { type CheckedPage, type EvidenceBeside, rulesVersion, type ShownFinding, type SuppressedFinding } from "@calcar/claims";
import type { VersionLine } from "@calcar/contract";
import type { Check } from "@calcar/library";
import { isFirstForm, secondForm } from "./first-form.ts";
import { FORM, type Held, SAID, type Said, type Short } from "./held.ts";
import type { ShownCheck } from "./shown-check.ts";

/** What the library keeps of a check: the page as it was read, whole, so that it can be read again by other rules; and what was found. */
export function holdCheck(catalog: Catalog, check: ShownCheck): Check {
  const { path, page, checked, names, checkedOn, knowledge } = check;
  const { findings, suppressed, misused } = checked;
  const all = [...findings, ...suppressed];
  const said = Object.fromEntries(all.map((finding) => [finding.rule, saidOf(finding)]));
  const evidence = [...new Map(all.flatMap(({ evidence: beside = [] }) => beside.map((one) => [one.says, one] as const))).values()];
  const short = <F extends ShownFinding>(finding: F): Short<F> => shortened(finding, evidence);
  const held: Held = {
    ...{ form: FORM, path, page, names, checkedOn, said, evidence, misused },
    findings: findings.map(short<ShownFinding>),
    suppressed: suppressed.map(short<SuppressedFinding>),
  };
  return {
    sentences: page.sentences.length,
    findings: countsOf(checked),
    suppressed: suppressed.length,
    knowledge,
    rules: rulesVersion(catalog),
    held,
  };
}

/** A check as it was kept. @throws when it was kept in a form that this program does not know */
export function readHeld(kept: unknown, { knowledge }: Pick<VersionLine, "knowledge">): ShownCheck {
  const held = isFirstForm(kept) ? secondForm(kept) : kept;
  if (!isHeld(held)) throw new Error("A check of the library is kept in a form that is not known here");
  const { path, page, names, checkedOn, said, evidence, findings, suppressed, misused } = held;
  const whole = <F extends ShownFinding>(finding: Short<F>): F => {
    const { rule, start, end, evidence: beside } = finding as Short<ShownFinding>;
    const shown = beside && { evidence: beside.map((at) => evidence[at]!) };
    return { ...finding, ...said[rule]!, ...shown, quote: page.text.slice(start, end) } as unknown as F;
  };
  const checked = { findings: findings.map(whole<ShownFinding>), suppressed: suppressed.map(whole<SuppressedFinding>), misused };
  return { path, page, names, checkedOn, knowledge, checked };
}

const isHeld = (held: unknown): held is Held => typeof held === "object" && held !== null && "form" in held && held.form === FORM;

const saidOf = (finding: ShownFinding): Said =>
  Object.fromEntries(SAID.flatMap((key) => (finding[key] === undefined ? [] : [[key, finding[key]]]))) as unknown as Said;

function shortened<F extends ShownFinding>(finding: F, kept: readonly EvidenceBeside[]): Short<F> {
  const { evidence, quote: _, ...rest } = finding;
  const short = Object.fromEntries(Object.entries(rest).filter(([key]) => !SAID.some((said) => said === key)));
  const places = evidence?.map(({ says }) => kept.findIndex((one) => one.says === says));
  return { ...short, ...(places && { evidence: places }) } as unknown as Short<F>;
}

function countsOf({ findings }: CheckedPage): Check["findings"] {
  const of = (severity: ShownFinding["severity"]): number => findings.filter((finding) => finding.severity === severity).length;
  return { error: of("error"), warning: of("warning"), info: of("info") };
}
