import type { z } from "zod";
import type { At } from "./finding.ts";

/** The keys that a strict schema knows at a place, so that a typo can be answered with the words it may have meant. */
export function knownKeys(schema: z.core.$ZodType, value: unknown, at: At): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const [step, ...rest] = at;
  switch (def.type) {
    case "object":
      if (step === undefined) return Object.keys(def.shape);
      return def.shape[step] ? knownKeys(def.shape[step], child(value, step), rest) : [];
    case "optional":
      return knownKeys(def.innerType, value, at);
    case "lazy":
      return knownKeys(def.getter(), value, at);
    case "array":
      return step === undefined ? [] : knownKeys(def.element, child(value, step), rest);
    case "union":
      return [...new Set(optionsFor(def, value).flatMap((option) => knownKeys(option, value, at)))];
    default:
      return [];
  }
}

function optionsFor(def: z.core.$ZodUnionDef & { discriminator?: string }, value: unknown): readonly z.core.$ZodType[] {
  const { discriminator } = def;
  if (discriminator === undefined) return def.options;
  return def.options.filter((option) => option._zod.propValues?.[discriminator]?.has(child(value, discriminator) as string));
}

const child = (value: unknown, step: string | number): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[step] : undefined;
