import { useT } from "../messages/messages.tsx";
import { useForm } from "./writing-context.tsx";

/** What both product and comparator came with: any number of words. */
export function AlongsideField({ place, words }: { readonly place: string; readonly words: readonly string[] }) {
  const t = useT();
  const { at, set } = useForm();
  const chosen = (at(place) as readonly string[] | undefined) ?? [];
  const toggle = (word: string): void => {
    const next = words.filter((one) => (one === word ? !chosen.includes(one) : chosen.includes(one)));
    set(place, next.length === 0 ? undefined : next);
  };
  return (
    <fieldset className="grid gap-2">
      <legend className="field-label mb-1">{t("extraction.arm.alongside")}</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        {words.map((word) => (
          <label key={word} className="flex min-h-8 items-center gap-2">
            <input type="checkbox" className="tick" checked={chosen.includes(word)} onChange={() => toggle(word)} />
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
