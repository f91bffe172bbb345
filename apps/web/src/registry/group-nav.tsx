import type { FactForm } from "@calcar/contract";
import { Ruler } from "../design/ruler.tsx";
import { useLocalised, useT } from "../messages/messages.tsx";
import type { Stated } from "./saving/edits.ts";

interface GroupNavProps {
  readonly form: FactForm;
  readonly facts: Stated["facts"];
}

/** The parts of the examination, each with how many of its facts are recorded. */
export function GroupNav({ form, facts }: GroupNavProps) {
  const t = useT();
  const localised = useLocalised();
  return (
    <nav aria-label={t("evaluation.parts")}>
      <ol className="grid grid-cols-2 gap-x-6 text-sm lg:grid-cols-1">
        {form.groups.map((group) => {
          const recorded = group.facts.filter(({ id }) => id in facts).length;
          const total = group.facts.length;
          return (
            <li key={group.id}>
              <a className="grid gap-1 border-t border-rule py-2 text-ink no-underline hover:text-accent" href={`#group-${group.id}`}>
                <span className="flex flex-wrap justify-between gap-x-3">
                  {localised(group.title)}
                  <span className="number text-xs text-muted">{t("evaluation.ofGroup", { recorded, total })}</span>
                </span>
                <Ruler recorded={recorded} total={total} />
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
