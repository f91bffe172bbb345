import type { Problem } from "@calcar/vocabulary";
import type { Figure } from "../../draft/figure.ts";
import type { OutcomeDraft } from "../../draft/outcome-draft.ts";
import type { ArmDraft, StudyDraft } from "../../draft/study-draft.ts";
import { defined } from "../bibliography/record.ts";
import { designOf, designText } from "./design.ts";
import { outcomeDrafts } from "./outcome-drafts.ts";
import type { EventGroup, RegistryEntry, Results } from "./registry-entry.ts";

const MOST_OUTCOMES = 600; // more do not fit into one file of the knowledge

export interface DraftedStudy {
  readonly draft: StudyDraft;
  readonly notices: readonly Problem[];
}

/**
 * The draft of a study from the results that a registered trial has posted: its arms and every number that can be typed, each with
 * its outcome measure. Coordinates that no code of the register settles are absent.
 */
export function resultsDraft(entry: RegistryEntry, results: Results): DraftedStudy {
  const { identificationModule: names, designModule: design = {}, conditionsModule } = entry.protocolSection;
  const source = names.nctId.toLowerCase();
  const measures = results.outcomeMeasuresModule?.outcomeMeasures ?? [];
  const drafted = measures.map((measure, i) => outcomeDrafts({ measure, number: i + 1, source, arms: titles(measure.groups) }));
  const outcomes = [...drafted.flatMap((one) => one.outcomes), ...seriousEvents(results, source)];
  const tooMany: Problem[] =
    outcomes.length > MOST_OUTCOMES
      ? [
          {
            place: "outcomes",
            problem: `${outcomes.length} numbers: only the first ${MOST_OUTCOMES} are in the draft`,
            expected: `at most ${MOST_OUTCOMES}`,
          },
        ]
      : [];
  const { enrollmentInfo: enrolment } = design;
  const draft: StudyDraft = {
    id: source,
    trialFamily: source,
    paper: paperOf(entry),
    ...defined({ design: designText(design), ...designOf(design), condition: conditionsModule?.conditions?.join("; ").slice(0, 4000) }),
    ...(enrolment?.type === "ACTUAL" && enrolment.count !== undefined
      ? { patients: figureAt(enrolment.count, source, "enrolment, actual") }
      : {}),
    arms: armsOf(entry, results, source),
    outcomes: outcomes.slice(0, MOST_OUTCOMES),
  };
  return { draft, notices: [...tooMany, ...drafted.flatMap(({ notices }) => notices), ...otherEvents(results)] };
}

/** How the register's entry is cited. */
export function paperOf({
  protocolSection: { identificationModule: names, statusModule: status },
}: RegistryEntry): NonNullable<StudyDraft["paper"]> {
  const year = status?.lastUpdatePostDateStruct?.date?.slice(0, 4);
  return {
    source: names.nctId.toLowerCase(),
    title: `${names.nctId}: ${names.officialTitle ?? names.briefTitle ?? "no title"}`.slice(0, 4000),
    ...(year === undefined ? {} : { year }),
    url: `https://clinicaltrials.gov/study/${names.nctId}`,
    kind: "trial-registry",
    read: "not read; the register's entry as JSON, taken over by program",
  };
}

const figureAt = (value: number | string, source: string, at: string): Figure => ({ value: String(value), how: "printed", source, at });

const titles = (groups: readonly { readonly id: string; readonly title?: string | undefined }[] = []): Map<string, string> =>
  new Map(groups.map(({ id, title }) => [id, title?.trim().slice(0, 300) || id]));

/** Every group that a number is posted for, under its title; those who began, where the register counts them. */
function armsOf(
  { protocolSection }: RegistryEntry,
  { outcomeMeasuresModule, baselineCharacteristicsModule: baseline }: Results,
  source: string,
): ArmDraft[] {
  const posted = (outcomeMeasuresModule?.outcomeMeasures ?? []).flatMap(({ groups }) => [...titles(groups).values()]);
  const begun = titles(baseline?.groups);
  const names = new Set([...posted, ...[...begun.values()].filter((title) => title !== "Total")]);
  const planned = new Map(protocolSection.armsInterventionsModule?.armGroups?.map((group) => [group.label.trim(), group]));
  return [...names].slice(0, 50).map((name) => {
    const group = [...begun].find(([, title]) => title === name)?.[0];
    const people = baseline?.denoms?.find(({ units }) => units === "Participants")?.counts?.find(({ groupId }) => groupId === group)?.value;
    const interventions = planned.get(name)?.interventionNames?.join("; ");
    return {
      name,
      ...(people !== undefined && /^\d+$/.test(people) ? { patients: figureAt(people, source, "posted results, baseline") } : {}),
      ...(interventions === undefined ? {} : { note: `Interventions of the register: ${interventions}`.slice(0, 4000) }),
    };
  });
}

/** Serious adverse events and deaths, as people affected of people at risk, by group. */
function seriousEvents({ adverseEventsModule: module }: Results, source: string): OutcomeDraft[] {
  const at = "posted results, adverse events";
  const counted = (group: EventGroup, name: string, [events, total]: readonly [number | undefined, number | undefined]): OutcomeDraft[] =>
    events === undefined || total === undefined
      ? []
      : [
          {
            type: "events",
            name,
            arm: group.title?.trim().slice(0, 300) || group.id,
            ...(module?.timeFrame === undefined ? {} : { timepoint: module.timeFrame.slice(0, 1000) }),
            report: { as: "count", events: figureAt(events, source, at), total: figureAt(total, source, at) },
          },
        ];
  return (module?.eventGroups ?? []).flatMap((group) => [
    ...counted(group, "people with a serious adverse event, of any cause", [group.seriousNumAffected, group.seriousNumAtRisk]),
    ...counted(group, "deaths, of any cause", [group.deathsNumAffected, group.deathsNumAtRisk]),
  ]);
}

const otherEvents = ({ adverseEventsModule: module }: Results): Problem[] =>
  module?.eventGroups?.some(({ otherNumAffected }) => otherNumAffected !== undefined)
    ? [
        {
          place: "adverse events",
          problem: "other adverse events are not carried over",
          expected: "the register's table, with its threshold of frequency",
        },
      ]
    : [];
