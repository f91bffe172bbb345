import { DISEASES, JOINTS, PHASES, PRODUCT_CLASSES, ROUTE_CLASSES, TRIAL_STATUS, Trial } from "@calcar/catalog/schema";
import type { Problem } from "@calcar/vocabulary";
import type { z } from "zod";
import { defined } from "../bibliography/record.ts";
import { designOf } from "./design.ts";
import type { ArmGroup, RegistryEntry } from "./registry-entry.ts";

/** A trial of the knowledge as far as its register states it in codes: what a person has to decide is absent. */
export const TrialDraft = Trial.partial({
  designClass: true,
  joint: true,
  disease: true,
  role: true,
  routeClass: true,
  intervention: true,
  status: true,
  lastChecked: true,
  grounds: true,
});
export type TrialDraft = z.infer<typeof TrialDraft>;

export interface ProposedTrial {
  readonly trial: TrialDraft;
  readonly open: readonly Problem[]; // by field: what a person has to decide or add
}

/** Statuses of the register that are statuses of the knowledge. The others are left to a person. */
const STATUS: Readonly<Record<string, (typeof TRIAL_STATUS)[number]>> = {
  NOT_YET_RECRUITING: "not-yet-recruiting",
  RECRUITING: "recruiting",
  ACTIVE_NOT_RECRUITING: "active-not-recruiting",
  COMPLETED: "completed",
  TERMINATED: "terminated",
  SUSPENDED: "suspended",
  WITHDRAWN: "withdrawn",
  UNKNOWN: "unknown",
};

/**
 * A registered trial from its entry in ClinicalTrials.gov.
 *
 * `planned` is an estimated enrolment; one that is stated as actual goes to the note, and so does one of unstated kind. The day of
 * the register's data is the day it was looked at; without it nobody can tell how old a file is, and the day is left open.
 */
export function trialDraft(entry: RegistryEntry): ProposedTrial {
  const {
    identificationModule: names,
    statusModule: status = {},
    designModule: design = {},
    armsInterventionsModule: arms,
  } = entry.protocolSection;
  const id = names.nctId.toLowerCase();
  const mapped = STATUS[status.overallStatus ?? ""];
  const { intervention, comparator } = armsOf(arms?.armGroups ?? []);
  const { enrollmentInfo: enrolment } = design;
  const trial: TrialDraft = {
    id,
    number: names.nctId,
    title: names.briefTitle ?? names.officialTitle ?? names.nctId,
    source: id,
    ...defined({
      name: names.acronym,
      ...designOf(design),
      intervention,
      comparator,
      planned: enrolment?.type === "ESTIMATED" && (enrolment.count ?? 0) > 0 ? enrolment.count : undefined,
      status: mapped,
      statusAsPrinted: statusAsPrinted(status),
      start: status.startDateStruct?.date,
      completion: status.completionDateStruct?.date,
      resultsPosted: status.resultsFirstPostDateStruct?.date,
      registerUpdated: status.lastUpdatePostDateStruct?.date,
      lastChecked: dayOf(entry),
    }),
    note: noteOf(entry),
  };
  return { trial: TrialDraft.parse(trial), open: openFields(entry, trial) };
}

function statusAsPrinted({
  overallStatus,
  lastKnownStatus,
  whyStopped,
}: NonNullable<RegistryEntry["protocolSection"]["statusModule"]>): string | undefined {
  if (overallStatus === undefined) return undefined;
  const known = lastKnownStatus === undefined ? "" : `, last known ${lastKnownStatus}`;
  return `${overallStatus}${known}${whyStopped === undefined ? "" : `: ${whyStopped}`}`;
}

/** The day of the register's data that the entry was taken from. */
const dayOf = ({ derivedSection }: RegistryEntry): string | undefined => {
  const day = derivedSection?.miscInfoModule?.versionHolder;
  return day !== undefined && Trial.shape.lastChecked.safeParse(day).success ? day : undefined;
};

const COMPARATORS = ["ACTIVE_COMPARATOR", "PLACEBO_COMPARATOR", "SHAM_COMPARATOR", "NO_INTERVENTION"];

/** What is tried and against what, where the register types its arms; an arm of any other type leaves both to a person. */
function armsOf(groups: readonly ArmGroup[]): { readonly intervention: string | undefined; readonly comparator: string | undefined } {
  if (groups.some(({ type = "" }) => type !== "EXPERIMENTAL" && !COMPARATORS.includes(type)))
    return { intervention: undefined, comparator: undefined };
  const joined = (wanted: readonly ArmGroup[]) => (wanted.length === 0 ? undefined : wanted.map(armText).join("; "));
  return {
    intervention: joined(groups.filter(({ type }) => type === "EXPERIMENTAL")),
    comparator: joined(groups.filter(({ type = "" }) => COMPARATORS.includes(type))),
  };
}

const armText = ({ label, interventionNames = [] }: ArmGroup): string =>
  interventionNames.length === 0
    ? label
    : `${label} (${interventionNames.map((name) => name.replace(/^[A-Z][A-Za-z ]+: /, "")).join(", ")})`;

function noteOf({ protocolSection: { statusModule: status, designModule: design } }: RegistryEntry): string {
  const phases = design?.phases?.filter((phase) => phase !== "NA") ?? [];
  const dates = [
    ["start", status?.startDateStruct],
    ["primary completion", status?.primaryCompletionDateStruct],
    ["completion", status?.completionDateStruct],
  ] as const;
  const said = [
    phases.length === 0 ? undefined : `Phase: ${phases.join(", ")}`,
    enrolmentText(design?.enrollmentInfo),
    ...dates.map(([name, date]) =>
      date?.date === undefined ? undefined : `${name} ${date.date}, ${date.type?.toLowerCase() ?? "not said whether actual"}`,
    ),
    "Taken from the register's JSON by program; compared by nobody yet",
  ].filter((part) => part !== undefined);
  return `${said.join(". ")}.`;
}

function enrolmentText(enrolment: { count?: number | undefined; type?: string | undefined } | undefined): string | undefined {
  if (enrolment?.count === undefined) return undefined;
  return `Enrolment ${enrolment.count}, ${enrolment.type?.toLowerCase() ?? "not said whether actual or estimated"}`;
}

/** What the register does not state in codes, with what it does say. */
function openFields({ protocolSection }: RegistryEntry, trial: TrialDraft): Problem[] {
  const conditions = protocolSection.conditionsModule?.conditions?.join("; ") ?? "none named";
  const arms =
    protocolSection.armsInterventionsModule?.armGroups?.map(({ label, type = "no type" }) => `${label} (${type})`).join("; ") ?? "no arms";
  const outcomes = protocolSection.outcomesModule?.primaryOutcomes?.map(({ measure }) => measure).join("; ") ?? "none";
  const says = { conditions: `the register's conditions: ${conditions}`, arms: `the register's arms: ${arms}` };
  const always: Problem[] = [
    { place: "joint", problem: says.conditions, expected: JOINTS.join(", ") },
    { place: "disease", problem: says.conditions, expected: DISEASES.join(", ") },
    {
      place: "phase",
      problem: says.conditions,
      expected: `${PHASES.join(", ")}; absent for what has no collapse, or where the entry does not say`,
    },
    { place: "role", problem: says.arms, expected: "cell, prp" },
    { place: "productClass", problem: says.arms, expected: `${PRODUCT_CLASSES.join(", ")}; absent for several` },
    { place: "routeClass", problem: says.arms, expected: ROUTE_CLASSES.join(", ") },
    { place: "controlClass", problem: says.arms, expected: "what the comparator is; absent for a single arm" },
    { place: "looksAt", problem: `the register's primary outcomes: ${outcomes}`, expected: "events and instruments by their ids" },
    {
      place: "grounds",
      problem: "nobody has compared the file with the register",
      expected: "the source, where in it, and how far you checked",
    },
  ];
  const absent = (["designClass", "intervention", "status", "lastChecked"] as const).filter((field) => trial[field] === undefined);
  return [
    ...absent.map((field) => ({ place: field, ...WHY[field] })),
    ...always.map((problem) => ({ ...problem, problem: problem.problem.slice(0, 1000) })),
  ];
}

const WHY = {
  designClass: {
    problem: "allocation and model of the register do not settle it",
    expected: "randomised, uncontrolled, non-randomised-controlled, ...",
  },
  intervention: { problem: "the register does not say which arm is tried", expected: "what is tried, in a few words" },
  status: { problem: "the register's status is none of ours", expected: TRIAL_STATUS.join(", ") },
  lastChecked: { problem: "the file does not say of which day it is", expected: "the day somebody looked at the register" },
};
