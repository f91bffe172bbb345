import { PlainDate, type Source, type Study } from "@calcar/catalog/schema";
import type { StudyDraft } from "../draft/study-draft.ts";
import { type ArmBuilt, armsOf, checkSums, listOf } from "./arms.ts";
import { weakest } from "./basis.ts";
import { type FigureRead, figureIfAny, groundOf, sourceKnown } from "./figure-read.ts";
import { type Ledger, maybe, present, stated, text, tidy, wrong } from "./ledger.ts";
import type { Built } from "./outcome-built.ts";
import { outcomesOf } from "./outcomes.ts";
import { idOf, paperOf } from "./paper.ts";

/** A study as the catalog takes it, and what its file says beside it. */
export interface StudyBuilt {
  readonly study: Study;
  readonly source: Source | undefined; // of the paper, when it is not on file
  readonly arms: readonly ArmBuilt[];
  readonly outcomes: readonly Built[];
  readonly totals: {
    readonly hips: FigureRead | undefined;
    readonly patients: FigureRead | undefined;
    readonly months: FigureRead | undefined;
  };
}

/** Builds the study of a draft; undefined when something is wrong, all of which is then written down. */
export function studyOf(ledger: Ledger, draft: StudyDraft): StudyBuilt | undefined {
  const stillValidOn = dayOf(
    ledger,
    "stillValidOn",
    draft.stillValidOn,
    "the day on which somebody held this against the paper, YYYY-MM-DD",
  );
  checkReaders(ledger, draft.readers);
  const id = idOf(ledger, "id", draft.id);
  if (id !== undefined && ledger.known?.studies.has(id))
    ledger.notices.push({ place: "id", problem: `a study ${id} is on file`, expected: "another id, unless this is to take its place" });
  const paper = paperOf(ledger, draft.paper ?? {}, stillValidOn);
  const described = descriptionOf(ledger, draft);
  const totals = {
    hips: figureIfAny(ledger, "hips", draft.hips, "count"),
    patients: figureIfAny(ledger, "patients", draft.patients, "count"),
    months: figureIfAny(ledger, "followUpMonths", draft.followUpMonths, "months"),
  };
  const arms = armsOf(ledger, draft.arms);
  checkSums(ledger, arms, draft, totals);
  const names = (draft.arms ?? []).flatMap(({ name }) => maybe(name) ?? []);
  const outcomes = outcomesOf(ledger, draft.outcomes, arms, names);
  const adverseEvents = adverseEventsOf(ledger, draft.adverseEvents);
  const participants = participantsOf(ledger, draft.participants);
  if (ledger.problems.length > 0 || !id || !paper || !described || !stillValidOn) return undefined;
  const { limitations, verified, ...before } = described;
  const study: Study = present({
    id,
    ...paper.study,
    ...before,
    patients: totals.patients?.value,
    hips: totals.hips?.value,
    followUpMonths: totals.months?.value,
    arms: arms.map(({ arm }) => arm),
    outcomes: outcomes.map(({ outcome }) => outcome),
    adverseEvents,
    participants,
    riskOfBiasNotes: maybe(draft.riskOfBiasNotes),
    funding: maybe(draft.funding),
    limitations,
    provenance: maybe(draft.provenance),
    verified,
    stillValidOn,
  });
  return { study, source: paper.source, arms, outcomes, totals };
}

function dayOf(ledger: Ledger, field: string, given: string | undefined, expected: string): string | undefined {
  const day = text(ledger, field, given, expected);
  if (day === undefined || PlainDate.safeParse(day).success) return day;
  return wrong(ledger, field, JSON.stringify(day), "a day that exists, YYYY-MM-DD");
}

/** Who read the paper need not be told; who is told is told with the day. */
function checkReaders(ledger: Ledger, readers: StudyDraft["readers"]): void {
  for (const [i, { who, on }] of (readers ?? []).entries()) {
    if (!maybe(who) && !maybe(on)) continue;
    text(ledger, `readers[${i}].who`, who, "who read the paper");
    dayOf(ledger, `readers[${i}].on`, on, "the day of reading, YYYY-MM-DD");
  }
}

/** Everything that says what kind of study it is. Pools are made from these words, so that none is guessed. */
function descriptionOf(ledger: Ledger, draft: StudyDraft) {
  const before = ledger.problems.length;
  const design = text(ledger, "design", draft.design, "the design as the paper describes it");
  const designClass = stated(ledger, "designClass", draft.designClass, "the class of the design");
  const joint = stated(ledger, "joint", draft.joint, "hip, knee, mixed or none");
  const disease = stated(ledger, "disease", draft.disease, "the disease");
  const condition = text(ledger, "condition", draft.condition, "the condition as the paper describes it");
  const trialFamily = idOf(ledger, "trialFamily", draft.trialFamily);
  const role = text(ledger, "role", draft.role, "what the study is to the reader: primary-collapse, direct-hip-cell, indirect-knee");
  const pooling = stated(ledger, "pooling", draft.pooling, "admitted, secondary or excluded");
  const verified = stated(ledger, "verified", draft.verified, "the weakest grade that the study's identity or core numbers rest on");
  if (draft.limitations === undefined) wrong(ledger, "limitations", "missing", "a list; empty when none was found");
  if (pooling !== undefined && pooling !== "admitted") text(ledger, "poolingNote", draft.poolingNote, `why the study is ${pooling}`);
  if (draft.phase !== undefined && disease !== undefined && disease !== "onfh")
    wrong(ledger, "phase", `${draft.phase} in ${disease}`, "a phase of collapse for osteonecrosis only");
  for (const [i, source] of (draft.otherSources ?? []).entries()) sourceKnown(ledger, `otherSources[${i}]`, maybe(source));
  if (ledger.problems.length > before) return undefined;
  return present({
    otherSources: listOf(draft.otherSources),
    design: design!,
    designClass: designClass!,
    doubleBlind: draft.doubleBlind,
    joint: joint!,
    disease: disease!,
    condition: condition!,
    stage: maybe(draft.stage),
    phase: draft.phase,
    trialFamily: trialFamily!,
    role: role!,
    pooling: pooling!,
    poolingNote: maybe(draft.poolingNote),
    remark: maybe(draft.remark),
    limitations: listOf(draft.limitations) ?? [],
    verified: verified!,
  });
}

function adverseEventsOf(ledger: Ledger, draft: StudyDraft["adverseEvents"]): Study["adverseEvents"] {
  if (draft === undefined) return undefined;
  const before = ledger.problems.length;
  const summary = text(ledger, "adverseEvents.summary", draft.summary, "what is said of harms, in our words");
  const ground = draft.ground ?? {};
  groundOf(ledger, "adverseEvents.ground", ground);
  const figures = {
    events: figureIfAny(ledger, "adverseEvents.events", draft.events, "count"),
    n: figureIfAny(ledger, "adverseEvents.n", draft.n, "size"),
    serious: figureIfAny(ledger, "adverseEvents.serious", draft.serious, "count"),
    seriousRelated: figureIfAny(ledger, "adverseEvents.seriousRelated", draft.seriousRelated, "count"),
  };
  const { serious, seriousRelated } = figures;
  if (serious && seriousRelated && seriousRelated.value > serious.value)
    wrong(
      ledger,
      "adverseEvents.seriousRelated.value",
      `${seriousRelated.text} of ${serious.text} serious events`,
      "at most all serious ones",
    );
  if (ledger.problems.length > before || !summary) return undefined;
  const grades = Object.values(figures).flatMap((figure) => figure?.figure.verified ?? []);
  return present({
    summary,
    events: figures.events?.value,
    n: figures.n?.value,
    serious: serious?.value,
    seriousRelated: seriousRelated?.value,
    ground: { source: tidy(ground.source!), at: tidy(ground.at!), verified: weakest([ground.verified!, ...grades]) },
  });
}

function participantsOf(ledger: Ledger, draft: StudyDraft["participants"]): Study["participants"] {
  const built = (draft ?? []).map(({ says, ground = {} }, i) => {
    const field = `participants[${i}]`;
    const words = text(ledger, `${field}.says`, says, "age, sex, flow, in a few words");
    groundOf(ledger, `${field}.ground`, ground);
    return { says: words ?? "", ground: { source: maybe(ground.source) ?? "", at: maybe(ground.at) ?? "", verified: ground.verified! } };
  });
  return built.length > 0 ? built : undefined;
}
