import { useId } from "react";
import { useT } from "../messages/messages.tsx";
import { type PoolSearch, readPoolSearch, WIDEN } from "./pool-search.ts";

interface WidenControlsProps {
  readonly choice: PoolSearch;
  readonly onChoose: (choice: PoolSearch) => void;
}

/** What else a reader may let in, knowing that the answer is then about something else as well. */
export function WidenControls({ choice, onChoose }: WidenControlsProps) {
  const t = useT();
  const id = useId();
  const { widen = [] } = choice;
  return (
    <section className="section-rule no-print grid grid-cols-1 gap-3">
      <h2 id={id}>{t("evidence.widen.title")}</h2>
      <p className="measure">{t("evidence.widen.explain")}</p>
      <fieldset aria-labelledby={id} className="flex flex-wrap gap-x-6 gap-y-2">
        {WIDEN.map((coordinate) => (
          <label key={coordinate} className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              checked={widen.includes(coordinate)}
              onChange={({ target }) =>
                onChoose(
                  readPoolSearch({ ...choice, widen: target.checked ? [...widen, coordinate] : widen.filter((one) => one !== coordinate) }),
                )
              }
            />
            {t(`evidence.widen.${coordinate}`)}
          </label>
        ))}
      </fieldset>
    </section>
  );
}
