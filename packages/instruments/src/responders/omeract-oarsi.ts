import { all, any, type Truth } from "@calcar/vocabulary";

export interface Limits {
  readonly percent: number;
  readonly points: number;
}

export interface OmeractOarsi {
  readonly high: Limits;
  readonly moderate: Limits;
  readonly moderateIn: number; // of three domains
}

/** Baseline and follow-up of a domain on 0 to 100, 0 is best; absent: not answered. */
export interface Domain {
  readonly baseline: number | undefined;
  readonly followUp: number | undefined;
}

export interface OmeractAnswer {
  readonly answer: Truth;
  readonly route: "high" | "two-of-three" | "none" | "not-evaluable";
  readonly moderate: number; // domains known to reach the moderate limits
}

const TOLERANCE = 1e-9;

/** Whether a domain improved by both limits. A baseline of 0 cannot; a domain that was not answered is unknown. */
function reaches({ baseline, followUp }: Domain, { percent, points }: Limits): Truth {
  if (baseline === 0) return false;
  if (baseline === undefined || followUp === undefined) return "unknown";
  const better = baseline - followUp;
  return better >= points - TOLERANCE && (100 * better) / baseline >= percent - TOLERANCE;
}

/**
 * OMERACT-OARSI response: a high improvement of pain or function, or a moderate one of at least two of pain, function and global view.
 *
 * Limits are inclusive and per cent is of the own baseline. True or false only when it is certain whatever the unanswered domains are.
 *
 * @source pham-2004, dougados-2000
 */
export function omeractOarsi(rule: OmeractOarsi, domains: Readonly<Record<"pain" | "function" | "global", Domain>>): OmeractAnswer {
  const high = any([reaches(domains.pain, rule.high), reaches(domains.function, rule.high)]);
  const moderates = [domains.pain, domains.function, domains.global].map((domain) => reaches(domain, rule.moderate));
  const moderate = moderates.filter((truth) => truth === true).length;
  const possible = moderate + moderates.filter((truth) => truth === "unknown").length;
  if (high === true) return { answer: true, route: "high", moderate };
  if (moderate >= rule.moderateIn) return { answer: true, route: "two-of-three", moderate };
  const isCertain = all([high === false, possible < rule.moderateIn]) === true;
  return { answer: isCertain ? false : "unknown", route: isCertain ? "none" : "not-evaluable", moderate };
}
