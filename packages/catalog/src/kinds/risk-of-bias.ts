import { z } from "zod";
import { Ground, Id, PlainDate } from "./grounds.ts";

export const ROB2_DOMAINS = ["randomisation", "deviations", "missing-data", "measurement", "selection-of-result"] as const;
export const ROBINS_I_DOMAINS = [
  "confounding",
  "selection-of-participants",
  "classification",
  "deviations",
  "missing-data",
  "measurement",
  "selection-of-result",
] as const;
export const ROB2_JUDGEMENTS = ["low", "some-concerns", "high", "no-information"] as const;
export const ROBINS_I_JUDGEMENTS = ["low", "moderate", "serious", "critical", "no-information"] as const;

const reason = z.string().min(1);
const of = z.union([z.literal("all"), z.array(z.string().min(1)).min(1)]); // events and instruments of the study, or all of them

const judged = <D extends readonly [string, ...string[]], J extends readonly [string, ...string[]]>(domains: D, judgements: J) => ({
  domains: z.array(z.strictObject({ domain: z.enum(domains), judgement: z.enum(judgements), reason, ground: Ground })),
  overall: z.strictObject({ judgement: z.enum(judgements), reason }),
});

const Rob2 = z.strictObject({ tool: z.literal("rob2"), of, ...judged(ROB2_DOMAINS, ROB2_JUDGEMENTS) });
const RobinsI = z.strictObject({ tool: z.literal("robins-i"), of, ...judged(ROBINS_I_DOMAINS, ROBINS_I_JUDGEMENTS) });
export const Assessment = z.discriminatedUnion("tool", [Rob2, RobinsI]);
export type Assessment = z.infer<typeof Assessment>;

/**
 * How far one study can be trusted, outcome by outcome: RoB 2 for trials, ROBINS-I for the rest. Where the text at hand does
 * not allow a judgement it is "no-information" with the reason, never a guess.
 */
export const RiskOfBias = z.strictObject({
  id: Id, // of the study
  assessments: z.array(Assessment).min(1),
  signedBy: z.string().min(1).optional(), // absent: no reviewer has taken responsibility for it
  stillValidOn: PlainDate,
});
export type RiskOfBias = z.infer<typeof RiskOfBias>;
