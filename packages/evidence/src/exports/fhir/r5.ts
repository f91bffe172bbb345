/** What we use of FHIR R5, and no more. The published definitions are in reference/fhir-r5; a test holds every export against them. */

export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}
export interface CodeableConcept {
  readonly coding?: readonly Coding[];
  readonly text?: string;
}
export interface Reference {
  readonly reference: string; // the fullUrl of an entry of the same Bundle
  readonly type: "Evidence" | "EvidenceVariable" | "Citation";
  readonly display?: string;
}
export interface Quantity {
  readonly value: number;
  readonly unit?: string;
  readonly system?: string;
  readonly code?: string;
}
export interface Range {
  readonly low?: Quantity;
  readonly high?: Quantity;
}
export interface Annotation {
  readonly text: string;
}

export interface AttributeEstimate {
  readonly description?: string;
  readonly type: CodeableConcept;
  readonly quantity?: Quantity;
  readonly level?: number;
  readonly range?: Range;
  readonly attributeEstimate?: readonly AttributeEstimate[];
}
export interface Statistic {
  readonly description: string;
  readonly note?: readonly Annotation[];
  readonly statisticType: CodeableConcept;
  readonly quantity?: Quantity;
  readonly numberOfEvents?: number;
  readonly sampleSize?: SampleSize;
  readonly attributeEstimate?: readonly AttributeEstimate[];
  readonly modelCharacteristic?: readonly { readonly code: CodeableConcept }[];
}
export interface SampleSize {
  readonly description?: string;
  readonly numberOfStudies?: number;
  readonly numberOfParticipants?: number; // people: never hips or knees
}
export interface Certainty {
  readonly description?: string;
  readonly note?: readonly Annotation[];
  readonly type: CodeableConcept;
  readonly rating: CodeableConcept;
  readonly rater?: string;
  readonly subcomponent?: readonly Certainty[];
}
export interface VariableDefinition {
  readonly description?: string;
  readonly note?: readonly Annotation[];
  readonly variableRole: CodeableConcept;
  readonly observed?: Reference;
  readonly intended?: Reference;
}
export type RelatedArtifactType = "derived-from" | "composed-of" | "justification" | "part-of";
export interface RelatedArtifact {
  readonly type: RelatedArtifactType;
  readonly display?: string;
  readonly resourceReference: Reference;
}

interface Named {
  readonly id: string;
  readonly url: string;
  readonly version: string;
  readonly title: string;
  readonly status: "draft" | "active";
  readonly description?: string;
}
export interface Evidence extends Named {
  readonly resourceType: "Evidence";
  readonly relatedArtifact?: readonly RelatedArtifact[];
  readonly note?: readonly Annotation[];
  readonly variableDefinition: readonly VariableDefinition[];
  readonly synthesisType?: CodeableConcept;
  readonly studyDesign?: readonly CodeableConcept[];
  readonly statistic?: readonly Statistic[];
  readonly certainty?: readonly Certainty[];
}
export interface Characteristic {
  readonly linkId: string;
  readonly description: string;
  readonly exclude?: true;
  readonly definitionCodeableConcept?: CodeableConcept;
  readonly definitionByCombination?: { readonly code: "any-of"; readonly characteristic: readonly Characteristic[] };
}
export interface EvidenceVariable extends Named {
  readonly resourceType: "EvidenceVariable";
  readonly characteristic?: readonly Characteristic[];
}
export interface CitedArtifact {
  readonly identifier?: readonly { readonly system: string; readonly value: string }[];
  readonly title: readonly { readonly text: string }[];
  readonly publicationForm?: readonly { readonly publishedIn?: { readonly title: string }; readonly publicationDateText?: string }[];
  readonly webLocation?: readonly { readonly url: string }[];
  readonly contributorship?: { readonly summary: readonly { readonly type: CodeableConcept; readonly value: string }[] };
}
export interface Citation extends Named {
  readonly resourceType: "Citation";
  readonly note?: readonly Annotation[];
  readonly citedArtifact: CitedArtifact;
}
export interface AssessmentContent {
  readonly informationType: "container" | "rating";
  readonly summary: string;
  readonly type: CodeableConcept;
  readonly classifier: readonly CodeableConcept[];
  readonly component?: readonly AssessmentContent[];
}
export interface ArtifactAssessment {
  readonly resourceType: "ArtifactAssessment";
  readonly id: string;
  readonly title: string;
  readonly artifactReference: Reference;
  readonly content: readonly AssessmentContent[];
}

export type R5Resource = Evidence | EvidenceVariable | Citation | ArtifactAssessment;
export interface Entry {
  readonly fullUrl: string;
  readonly resource: R5Resource;
}
export interface R5Bundle {
  readonly resourceType: "Bundle";
  readonly type: "collection";
  readonly entry: readonly Entry[];
}
