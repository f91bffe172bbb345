import type { KnowledgeFile } from "./catalog.ts";

/** A knowledge folder as small as one of each kind can be, for tests that break one thing in it. */
export const SMALL: Readonly<Record<string, string>> = {
  "sources/adams-2020.yaml": `id: adams-2020
title: A trial of cells
year: 2020
kind: primary
alsoKnownAs: [adams20]
stillValidOn: "2026-11-21"
`,
  "studies/adams-2020/study.yaml": `id: adams-2020
source: adams-2020
title: A trial of cells
design: RCT
designClass: randomised
joint: hip
disease: onfh
condition: ONFH
phase: before-collapse
trialFamily: adams
role: primary
pooling: admitted
arms:
  - name: cells
    role: cell
    routeClass: intra-osseous
    product: {}
  - name: control
    role: control
    controlClass: core-decompression
    product: {}
outcomes:
  - type: events
    id: collapse-24-cells
    name: collapse
    arm: cells
    event: collapse
    events: 3
    total: 20
    ground: { source: adams-2020, at: abstract, verified: source-text }
  - type: events
    id: collapse-24-control
    name: collapse
    arm: control
    event: collapse
    events: 8
    total: 21
    ground: { source: adams-2020, at: abstract, verified: source-text }
limitations: [small]
verified: source-text
stillValidOn: "2026-11-21"
`,
  "guidelines/body-2021/guideline.yaml": `id: body-2021
organisation: A body
shortName: Body
year: 2021
title: A guideline
kind: clinical
positions:
  - id: body21-cells
    condition: onfh
    intervention: cells
    about: cell-therapy
    direction: research-only
    says: Only in research.
    grounds: [{ source: adams-2020, verified: source-text }]
  - id: body21-prp
    condition: onfh
    intervention: PRP
    about: prp
    direction: against
    says: Not at all.
    grounds: [{ source: adams-2020, verified: source-text }]
stillValidOn: "2026-11-21"
`,
  "disagreements/cells.yaml": `id: cells
topic: cells
positions: [body21-cells, body21-prp]
explains: They weigh the same trial differently.
`,
  "staging/arco-2019.yaml": `id: arco-2019
name: ARCO 2019
fact: stage.arco-2019
scope: onfh
grades:
  - { code: I, meaning: { en: early }, verified: source-text }
  - { code: II, meaning: { en: later }, verified: source-text }
grounds: [{ source: adams-2020, verified: source-text }]
stillValidOn: "2026-11-21"
`,
  "facts/stage.yaml": `id: stage
order: 1
title: { en: Stage }
facts:
  - id: stage.arco-2019
    label: { en: ARCO 2019 }
    type: code
    values:
      - { code: I, label: { en: I } }
      - { code: II, label: { en: II } }
  - { id: patient.age-years, label: { en: Age }, type: number, range: [0, 120], step: 1 }
  - { id: imaging.mri-date, label: { en: MRI }, type: date }
  - { id: patient.pregnant, label: { en: Pregnant }, type: boolean }
`,
  "criteria/under-18/criterion.yaml": `id: under-18
asks: { en: "Is the patient under 18?" }
holdsFor: all
when:
  any:
    - { fact: patient.age-years, below: 18 }
leadsTo: not-a-candidate
says: { met: { en: Too young. } }
grounds: [{ source: adams-2020, verified: source-text }]
reviewBy: "2027-11-21"
`,
  "criteria/under-18/cases.yaml": `- { it: is met at 17, facts: { patient.age-years: 17 }, met: true }
- { it: cannot say, facts: {}, met: unknown, missing: [patient.age-years] }
`,
  "pathways/onfh-pre-collapse.yaml": `id: onfh-pre-collapse
title: { en: Before collapse }
positive: may-be-discussed
needed:
  - anyOf: [patient.age-years]
positions: { condition: [onfh], about: [cell-therapy] }
questions: [P1]
`,
  "answers/observe.yaml": `id: observe
sentence: { en: Watch. }
meaning: { en: Watch. }
nextSteps: [{ en: Look again. }]
`,
  "questions/P1.yaml": `kind: effect
id: P1
asks: { en: Fewer collapses? }
outcome: { en: collapse }
population: { en: early }
shows: { en: a ratio }
doesNotShow: { en: a cure }
caution: [{ en: small }]
lastSearched: "2026-11-21"
grounds: [{ source: adams-2020, verified: source-text }]
measure: RR
comparison: { intervention: { en: cells }, comparator: { en: none } }
admits:
  population: { joint: [hip], disease: [onfh], phase: [before-collapse] }
  intervention: { role: cell, route: [intra-osseous] }
  comparator: { classes: [core-decompression] }
  outcome: { events: [collapse] }
  design: { classes: [randomised], standing: [admitted] }
certainty: { level: very-low, domains: [] }
`,
  "benchmarks/adams-2020.yaml": `id: adams-2020
source: adams-2020
procedure: hip-replacement
figures:
  - id: revision-10
    measures: revision
    says: revised within ten years
    population: primary hip replacement
    disease: any
    value: 4.3
    unit: "%"
    ground: { source: adams-2020, verified: source-text }
stillValidOn: "2026-11-21"
`,
  "trials/nct00000001.yaml": `id: nct00000001
number: NCT00000001
title: A trial that runs
source: adams-2020
designClass: randomised
joint: hip
disease: onfh
role: cell
routeClass: intra-osseous
intervention: cells
status: recruiting
study: adams-2020
lastChecked: "2026-11-21"
grounds: [{ source: adams-2020, verified: source-text }]
`,
  "searches/first.yaml": `id: first
"on": "2026-11-21"
topic: cells
diseases: [onfh]
reach: abstracts
notFound:
  - { what: a second trial, searched: true, study: adams-2020 }
`,
  "review-intervals/study.yaml": `id: study
of: study
days: 365
soonDays: 30
why: A year.
grounds: [{ source: adams-2020, verified: source-text }]
`,
};

export type Edit = readonly [file: string, from: string, to: string];

/** The small folder with texts replaced in it; an edit that finds nothing to replace is a mistake of the test. */
export function smallKnowledge(...edits: readonly Edit[]): KnowledgeFile[] {
  const files = new Map(Object.entries(SMALL));
  for (const [path, from, to] of edits) {
    const text = files.get(path) ?? "";
    if (!text.includes(from)) throw new Error(`${path} does not contain ${from}`);
    files.set(path, text.replace(from, to));
  }
  return [...files].map(([path, text]) => ({ path, text }));
}
