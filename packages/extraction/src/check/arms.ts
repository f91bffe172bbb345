import type { Study } from "@calcar/catalog/schema";
import type { ArmDraft, StudyDraft } from "../draft/study-draft.ts";
import { type FigureRead, figureIfAny } from "./figure-read.ts";
import { type Ledger, maybe, present, text, wrong } from "./ledger.ts";

type Arm = Study["arms"][number];

/** An arm as the catalog takes it, and where its numbers come from. */
export interface ArmBuilt {
  readonly arm: Arm;
  readonly sizes: { readonly hips: FigureRead | undefined; readonly patients: FigureRead | undefined };
}

/** The arms of a study: each named once, what it got said in the catalog's words. */
export function armsOf(ledger: Ledger, drafts: readonly ArmDraft[] | undefined): ArmBuilt[] {
  if (drafts === undefined || drafts.length === 0) {
    wrong(ledger, "arms", "no arm", "at least one arm");
    return [];
  }
  const built = drafts.map((draft, i) => armOf(ledger, `arms[${i}]`, draft));
  const names = drafts.map(({ name }) => maybe(name));
  names.forEach((name, i) => {
    if (name !== undefined && names.indexOf(name) < i)
      wrong(ledger, `arms[${i}].name`, `${name} is the name of another arm`, "each arm named once");
  });
  return built.filter((arm) => arm !== undefined);
}

function armOf(ledger: Ledger, field: string, draft: ArmDraft): ArmBuilt | undefined {
  const name = text(ledger, `${field}.name`, draft.name, "a short name for the arm");
  coordinates(ledger, field, draft);
  const hips = figureIfAny(ledger, `${field}.hips`, draft.hips, "count");
  const patients = figureIfAny(ledger, `${field}.patients`, draft.patients, "count");
  if (!draft.hips && !draft.patients)
    wrong(ledger, `${field}.hips`, "neither hips nor patients", "how many hips or patients were in this arm");
  const { role, productClass, routeClass, controlClass, alongside, product = {} } = draft;
  if (!name || !role) return undefined;
  const arm: Arm = present({
    name,
    role,
    productClass,
    routeClass,
    controlClass,
    alongside: alongside && alongside.length > 0 ? [...alongside] : undefined,
    product: present({
      cells: maybe(product.cells),
      cellSource: maybe(product.cellSource),
      processing: maybe(product.processing),
      dose: maybe(product.dose),
      adjuncts: listOf(product.adjuncts),
    }),
    route: maybe(draft.route),
    guidance: maybe(draft.guidance),
    hips: hips?.value,
    patients: patients?.value,
    note: maybe(draft.note),
  });
  return { arm, sizes: { hips, patients } };
}

/** Membership in a question follows from these, so that none may be left to a guess. */
function coordinates(ledger: Ledger, field: string, { role, productClass, routeClass, controlClass }: ArmDraft): void {
  if (role === undefined) wrong(ledger, `${field}.role`, "missing", "cell, control, active-control, prp, drug or mixed");
  if ((role === "cell" || role === "prp") && productClass === undefined)
    wrong(ledger, `${field}.productClass`, "missing", "the class of the product");
  if ((role === "cell" || role === "prp") && routeClass === undefined) wrong(ledger, `${field}.routeClass`, "missing", "how it was given");
  if ((role === "control" || role === "active-control") && controlClass === undefined)
    wrong(ledger, `${field}.controlClass`, "missing", "what the comparator is");
}

/** The texts of a list that are not blank, or none. */
export function listOf(list: readonly string[] | undefined): string[] | undefined {
  const texts = (list ?? []).flatMap((entry) => maybe(entry) ?? []);
  return texts.length > 0 ? texts : undefined;
}

/** Arms have to come to the whole, unless hips of one patient lie in several arms. */
export function checkSums(ledger: Ledger, arms: readonly ArmBuilt[], draft: StudyDraft, totals: ArmBuilt["sizes"]): void {
  const units = draft.designClass === "within-patient" ? (["hips"] as const) : (["hips", "patients"] as const);
  for (const unit of units) {
    const whole = totals[unit];
    const parts = arms.map(({ sizes }) => sizes[unit]);
    if (whole === undefined || parts.length === 0 || parts.length !== draft.arms?.length || !parts.every((part) => part !== undefined))
      continue;
    const sum = parts.reduce((total, part) => total + part.value, 0);
    if (sum !== whole.value)
      wrong(
        ledger,
        `${unit}.value`,
        `${whole.text} ${unit}, but the arms hold ${parts.map((part) => part.text).join(" + ")} = ${sum}`,
        `${sum}, or other arms; how many were recruited and not analysed goes to participants`,
      );
  }
}

/** No outcome is of more than its arm holds. */
export function checkSize(ledger: Ledger, field: string, size: number | undefined, arm: ArmBuilt | undefined): void {
  const held = Math.max(arm?.sizes.hips?.value ?? 0, arm?.sizes.patients?.value ?? 0);
  if (size !== undefined && held > 0 && size > held)
    wrong(ledger, field, `${size} counted or measured, where the arm ${arm!.arm.name} holds ${held}`, `at most ${held}`);
}
