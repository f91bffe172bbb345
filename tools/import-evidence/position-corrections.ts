import type { Guideline, Position } from "@calcar/catalog";

const second = (source: string, at?: string) => ({ source, ...(at && { at }), verified: "secondary-source" as const });

/** What the second check of the guideline facts corrects, confirms or leaves open. */
const MENDS: Readonly<Record<string, (position: Position) => void>> = {
  "acr19-weight": (position) => {
    position.strength = "strong";
    position.population = "overweight or obese, knee and/or hip";
    position.note = "Closed by the second check: two further secondary sources agree on strong. The original table could not be read.";
    position.grounds.push(second("aaos-2023-pathway", "grade A entry for weight loss in hip OA, body not named"));
  },
  "acr19-topnsaid": (position) => {
    position.direction = "none-found";
    position.directionAsPrinted = "no graded recommendation for the hip";
    position.strength = undefined;
    position.says = "No graded recommendation for the hip: the joint is judged too deep for likely benefit. Strong for the knee.";
    position.note = "Not a recommendation against.";
    position.grounds.push(second("acr-2019-empr", "list of strong recommendations names the knee only"));
  },
  "acr19-cells": (position) => {
    position.grounds = [...position.grounds.filter(({ source }) => source !== "seed-000"), second("acr-2019-deck", "key recommendations")];
    position.note =
      "Direction and strength agree in two independent secondary sources; the original table could not be read. The strength reflects the panel's judgement on unstandardised products, not proof of harm.";
  },
  "acr19-prp": (position) => {
    position.note = "Direction and strength agree in two secondary sources; the original table could not be read.";
  },
  "acr19-ics": (position) => {
    position.note = "One news page prints hand where the list has hip: its slip.";
  },
  "acr19-hip-chond": (position) => {
    position.note = "One summary calls it conditional; the fuller list says strong.";
    position.grounds.push(second("acr-2019-empr", "strong list"));
  },
  "oarsi19-cells": (position) => {
    position.withheld = "Only recalled: the item is not in any part of the guideline that could be read. Never shown.";
    position.grounds = position.grounds.map((each) => ({ ...each, verified: "recalled" }));
  },
  "aaos23-stem": (position) => {
    position.note = "Absence in the list and in a study guide of the pharmacological items: worded as none found, not as a position.";
    position.grounds.push(second("aaos-2023-study-guide", "pharmacological management: five items, none on cells or PRP"));
  },
  "aaos23-apap": (position) => {
    position.grounds.push(second("aaos-2023-study-guide", "consensus option, for"));
  },
  "nice22-ha": (position) => {
    position.grounds.push(second("niformulary-ng226", "recommendation 1.4.9"));
  },
  "nice22-apap": (position) => {
    position.says = "Not routinely; only for infrequent, short-term use when all other treatments are unsuitable.";
    position.note = "The wording of the final guideline; the draft of April 2022 was stricter.";
  },
  "nice22-arthroscopy": unconfirmed,
  "oarsi19-ics": unconfirmed,
  "oarsi19-ha": unconfirmed,
  "oarsi19-apap": unconfirmed,
  "oarsi19-opioid": unconfirmed,
  "acraahks23-bmi": (position) => {
    position.note = "The item concerns a body mass index above 35.";
  },
};

function unconfirmed(position: Position): void {
  position.note = [position.note, "Not in the part of the guideline that could be read: rests on a secondary summary alone."]
    .filter(Boolean)
    .join(" ");
}

const AAOS_OPIOIDS: Position = {
  id: "aaos23-opioid",
  condition: "hip-oa",
  joint: "hip",
  intervention: "oral opioids in non-operative care",
  about: "other",
  direction: "against",
  strength: "consensus option",
  says: "Not to be used in non-operative care, by consensus.",
  grounds: [second("aaos-2023-study-guide", "pharmacological management")],
  note: "Missing from both first readings; added by the second check.",
};

export function correctPositions(guidelines: Map<string, Guideline>): void {
  const open = new Set(Object.keys(MENDS));
  for (const { id, positions } of guidelines.values())
    for (const position of positions) {
      MENDS[position.id]?.(position);
      open.delete(position.id);
      if (id === "racgp-2018" && position.strength === "conditional") unconfirmed(position);
    }
  if (open.size > 0) throw new Error(`no position to mend: ${[...open].join(", ")}`);
  guidelines.get("aaos-2023")?.positions.push(AAOS_OPIOIDS);
}
