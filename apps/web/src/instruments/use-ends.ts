import { endsOf, type Item } from "@calcar/instruments";
import { useT } from "../messages/messages.tsx";

const WIDEST = 100; // degrees of motion have no best hip

/** Whether the items of a group take the same answers with the same good end. */
export function areAlike(items: readonly Item[]): boolean {
  const [first] = items;
  if (first === undefined) return false;
  const [low, high] = endsOf(first.takes);
  return items.every(({ takes }) => takes.best === first.takes.best && endsOf(takes)[0] === low && endsOf(takes)[1] === high);
}

/** Which end of an item's answers is good; nothing where its answers are named. */
export function useEnds() {
  const t = useT();
  return ({ takes }: Item): string | undefined => {
    const [low, high] = endsOf(takes);
    if (takes.kind === "choice" || high - low > WIDEST) return undefined;
    return t("instruments.try.ends", { best: takes.best, worst: takes.best === low ? high : low });
  };
}
