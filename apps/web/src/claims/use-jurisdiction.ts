import { useState } from "react";
import { keep, kept } from "../design/kept.ts";
import { JURISDICTIONS, type Jurisdiction } from "./shapes.ts";

/** Whose law is named beside a finding; all when absent. The choice stays on this device. */
export function useJurisdiction(): readonly [Jurisdiction | undefined, (chosen: Jurisdiction | undefined) => void] {
  const [jurisdiction, setJurisdiction] = useState(() => JURISDICTIONS.find((known) => known === kept("jurisdiction")));
  const choose = (chosen: Jurisdiction | undefined): void => {
    keep("jurisdiction", chosen);
    setJurisdiction(chosen);
  };
  return [jurisdiction, choose];
}
