import { useDates, useT } from "../../messages/messages.tsx";
import { today } from "../../registry/today.ts";
import { isStale } from "./is-stale.ts";

interface SearchedOnProps {
  readonly lastSearched: string;
  readonly freshUntil: string | null;
}

/** When the literature behind a number was last searched, with a mark beside it once that is too long ago. */
export function SearchedOn({ lastSearched, freshUntil }: SearchedOnProps) {
  const t = useT();
  const { day } = useDates();
  return (
    <>
      {t("evidence.questions.searched", { date: day(lastSearched) })} <StaleMark freshUntil={freshUntil} />
    </>
  );
}

/** Stale stands beside every number it is true of, in a word and not by colour alone. */
export function StaleMark({ freshUntil }: Pick<SearchedOnProps, "freshUntil">) {
  const t = useT();
  const { day } = useDates();
  if (!isStale(freshUntil, today())) return null;
  return (
    <strong className="badge badge-boxed tone-caution">
      {freshUntil === null ? t("evidence.fresh.unknown") : t("evidence.fresh.staleSince", { date: day(freshUntil) })}
    </strong>
  );
}
