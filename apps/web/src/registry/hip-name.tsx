import type { Hip } from "@calcar/contract";
import { useT } from "../messages/messages.tsx";

/** How a hip is called everywhere: its patient's pseudonym and its side. */
export function useHipName() {
  const t = useT();
  return ({ pseudonym, side }: Pick<Hip, "pseudonym" | "side">): string => t("hip.name", { pseudonym, side });
}
