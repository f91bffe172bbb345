import { useNavigate } from "@tanstack/react-router";
import { type MessageKey, useT } from "../messages/messages.tsx";
import { inOrder, partOf } from "./form-parts.ts";
import { fieldId } from "./place.ts";
import type { Problem } from "./shapes.ts";
import { useForm } from "./writing-context.tsx";

/** Everything that stands between the draft and a file, each a way to its field. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const t = useT();
  const { beStrict } = useForm();
  const navigate = useNavigate();
  const go = async (place: string): Promise<void> => {
    beStrict();
    await navigate({ to: "/evidence/extract", search: { part: partOf(place) }, resetScroll: false });
    requestAnimationFrame(() => focusOn(place));
  };
  return (
    <ol className="problem-list">
      {inOrder(problems).map(({ place, problem, expected }) => (
        <li key={`${place} ${problem}`}>
          <button type="button" className="button-link text-start" onClick={() => go(place)}>
            {t(`extraction.part.${partOf(place)}` as MessageKey)}: {place}
          </button>
          <span className="block">
            {problem}; <span className="text-muted">{expected}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The field itself, or the nearest thing around it that is on the page; whatever hides it is opened. */
function focusOn(place: string): void {
  for (let at = place; at !== ""; at = at.replace(/(?:\.[^.[\]]+|\[\d+\]|^\w+)$/, "")) {
    const field = document.getElementById(fieldId(at));
    if (field === null) continue;
    for (let around = field.closest("details"); around !== null; around = around.parentElement?.closest("details") ?? null)
      around.open = true;
    field.focus();
    field.scrollIntoView({ block: "center" });
    return;
  }
}
