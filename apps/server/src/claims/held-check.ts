import type { Catalog } from "@calcar/catalog";
import { type CheckedPage, rulesVersion, type ShownFinding, type SuppressedFinding } from "@calcar/claims";
import type { VersionLine } from "@calcar/contract";
import type { Check } from "@calcar/library";
import type { ShownCheck } from "./shown-check.ts";

/** The form in which checks are kept. Another number means that somebody has to say how the older form is read. */
const FORM = 1;

/** What a rule says of each of its findings: kept once, not with every finding. */
type Said = Pick<ShownFinding, "severity" | "scope" | "why" | "instead" | "law" | "sources" | "question" | "evidence">;
type Short<F extends ShownFinding> = Omit<F, keyof Said | "quote">;

interface Held extends Omit<ShownCheck, "knowledge" | "checked"> {
  readonly form: typeof FORM;
  readonly said: Readonly<Record<string, Said>>; // by rule
  readonly findings: readonly Short<ShownFinding>[];
  readonly suppressed: readonly Short<SuppressedFinding>[];
  readonly misused: CheckedPage["misused"];
}

/** What the library keeps of a check: the page as it was read, whole, so that it can be read again by other rules; and what was found. */
export function holdCheck(catalog: Catalog, check: ShownCheck): Check {
  const { path, page, checked, names, checkedOn, knowledge } = check;
  const { findings, suppressed, misused } = checked;
  const said = Object.fromEntries([...findings, ...suppressed].map((finding) => [finding.rule, saidOf(finding)]));
  const short = { findings: findings.map(shortened), suppressed: suppressed.map(shortened), misused };
  const held: Held = { form: FORM, path, page, names, checkedOn, said, ...short };
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
export function readHeld(held: unknown, { knowledge }: Pick<VersionLine, "knowledge">): ShownCheck {
  if (!isHeld(held)) throw new Error("A check of the library is kept in a form that is not known here");
  const { path, page, names, checkedOn, said, findings, suppressed, misused } = held;
  const whole = <F extends ShownFinding>(finding: Short<F>): F => {
    const { rule, start, end } = finding as Short<ShownFinding>;
    return { ...finding, ...said[rule]!, quote: page.text.slice(start, end) } as unknown as F;
  };
  const checked = { findings: findings.map(whole<ShownFinding>), suppressed: suppressed.map(whole<SuppressedFinding>), misused };
  return { path, page, names, checkedOn, knowledge, checked };
}

const isHeld = (held: unknown): held is Held => typeof held === "object" && held !== null && "form" in held && held.form === FORM;

const saidOf = ({ severity, scope, why, instead, law, sources, question, evidence }: ShownFinding): Said => ({
  ...{ severity, scope, why, instead, law, sources },
  ...(question !== undefined && { question }),
  ...(evidence && { evidence }),
});

function shortened<F extends ShownFinding>(finding: F): Short<F> {
  const { severity, scope, why, instead, law, sources, question, evidence, quote, ...short } = finding;
  return short;
}

function countsOf({ findings }: CheckedPage): Check["findings"] {
  const of = (severity: ShownFinding["severity"]): number => findings.filter((finding) => finding.severity === severity).length;
  return { error: of("error"), warning: of("warning"), info: of("info") };
}
