import type { Finding } from "../parse/finding.ts";
import type { Parsed } from "../parse/parsed.ts";

/** An outcome belongs to an arm of its study, and no more hips have an event than were looked at. */
export function checkStudies({ studies }: Parsed): Finding[] {
  return studies.flatMap(({ file, value: { arms, outcomes } }) => {
    const names = arms.map(({ name }) => name);
    return outcomes.flatMap((outcome, i): Finding[] => {
      const findings: Finding[] = [];
      if (outcome.arm !== undefined && !names.includes(outcome.arm))
        findings.push({
          file,
          at: ["outcomes", i, "arm"],
          problem: `${outcome.arm} is no arm of this study`,
          expected: `one of ${names.join(", ")}`,
        });
      if (outcome.type === "events" && outcome.events > outcome.total)
        findings.push({
          file,
          at: ["outcomes", i, "events"],
          problem: `${outcome.events} events of ${outcome.total}`,
          expected: "at most the total",
        });
      return findings;
    });
  });
}
