import { readFileSync } from "node:fs";
import type { ClaimKnowledge } from "@calcar/claims";

export const linesOf = (file: string): string[] => readFileSync(file, "utf8").trim().split("\n");

export const severityOf = ({ claims }: ClaimKnowledge, rule: string) => claims.find(({ id }) => id === rule)?.severity ?? "warning";
