import { useT } from "../../messages/messages.tsx";
import type { Due } from "./shapes.ts";

const TONES = { stale: "tone-stop", "dated-ahead": "tone-stop", "due-soon": "tone-caution" } as const;

/** How something stands today, in a word; whatever is not fresh is set off. */
export function StateWord({ state }: Pick<Due, "state">) {
  const t = useT();
  const word = t(`evidence.fresh.state.${state}`);
  return state === "fresh" ? (
    <span className="text-muted">{word}</span>
  ) : (
    <strong className={`badge badge-boxed ${TONES[state]}`}>{word}</strong>
  );
}
