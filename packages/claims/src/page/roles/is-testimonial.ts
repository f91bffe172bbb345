import type { Span } from "../page.ts";

const FIRST_PERSON = /(?<![\p{L}\p{N}])(?:I|I['’](?:m|ve|d|ll)|[Mm]y|me|[Mm]i|[Yy]o|estoy|puedo|camino|tengo)(?![\p{L}\p{N}])/u;
const PATIENT_MATTER =
  /\b(?:hips?|knees?|joints?|pain(?:-free)?|walk|run|golf|stairs|limp|surgery|operation|replacement|treatment|injections?|stem cells?|doctor|clinic|life|again|sleep|cadera|rodilla|dolor|caminar|operación|tratamiento|vida|médico)\b/i;
const SIGNED =
  /[.!?…]["'”’»*_]{0,3}\s{0,4}[-–—~]{1,2}\s{0,2}\p{Lu}[\p{L}.'’-]{0,20}(?:\s(?:\p{Lu}[\p{L}.'’-]{0,20}|de|la)){0,3}(?:[,(]\s?[^.!?]{1,40})?[.)"*_]{0,3}$/u;
const TELLER =
  /\b(?:patients?|clients?|pacientes?)\b|\p{Lu}\p{L}{1,20},\s(?:aged?\s)?\d{2}\b|\b(?:says?|said|writes|wrote|told us|tells|recalls|dice|dijo|cuenta|escribe)\b/u;
const STARS = /★{3,}|⭐{3,}|\b5[\s-]stars?\b/i;

/** A shorter quotation is a word or a slogan, not a report. */
const SHORTEST_REPORT = 25;

/** What the judgement of one block leans on. */
export interface Report {
  readonly words: string;
  readonly quotations: readonly Span[]; // within the page
  readonly text: string; // the page
  readonly isSetOff: boolean; // laid out as a quotation
  readonly inTestimonials: boolean; // under a heading such as "Patient stories", or marked as one
  readonly isSignedBelow: boolean; // the next block is a name behind a dash
}

const isPatientsReport = (words: string): boolean => FIRST_PERSON.test(words) && PATIENT_MATTER.test(words);

const isReportQuotation = (quoted: string): boolean =>
  quoted.length >= SHORTEST_REPORT && isPatientsReport(quoted) && !/\?["”’'»]$/u.test(quoted);

const isQuotedReport = ({ words, quotations, text }: Report): boolean => {
  const reports = quotations.map(({ start, end }) => text.slice(start, end)).filter(isReportQuotation);
  const length = reports.reduce((sum, { length }) => sum + length, 0);
  return length > 0 && (length >= words.length * 0.6 || TELLER.test(words));
};

/** Whether a block is a patient's own account, offered as one: signed, quoted, or standing among others. */
export const isTestimonial = (report: Report): boolean => {
  const { words, quotations } = report;
  if (report.inTestimonials && (quotations.length > 0 || FIRST_PERSON.test(words) || report.isSignedBelow)) return true;
  if ((report.isSignedBelow || SIGNED.test(words.slice(-120)) || STARS.test(words)) && FIRST_PERSON.test(words)) return true;
  return (report.isSetOff && isPatientsReport(words)) || isQuotedReport(report);
};
