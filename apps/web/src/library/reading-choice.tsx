import type { SavedVersion } from "@calcar/contract";
import { Link } from "@tanstack/react-router";
import { Callout } from "../design/callout.tsx";
import { useDates, useT } from "../messages/messages.tsx";
import type { Reading, VersionName } from "./library-queries.ts";
import { standingOf } from "./stale-note.tsx";

interface ReadingChoiceProps extends Pick<SavedVersion, "line" | "today"> {
  readonly name: VersionName;
  readonly rules: Reading;
}

/** By which rules the version on the screen is read, and the way to the other. */
export function ReadingChoice({ name, rules, line, today }: ReadingChoiceProps) {
  const t = useT();
  const { instant } = useDates();
  const params = { id: name.page, version: String(name.version) };
  const standing = standingOf({ line, today });
  const isThen = rules === "then";
  const title = isThen ? t("library.reading.then", { time: instant(line.savedAt) }) : t("library.reading.today");
  return (
    <Callout tone={isThen && standing !== "current" ? "caution" : "plain"} title={title}>
      <p>{isThen ? t(`library.reading.${standing}`) : t("library.reading.unsaved")}</p>
      {isThen && standing === "current" ? null : (
        <p>
          <Link to="/library/$id/versions/$version" params={params} search={isThen ? { rules: "today" } : {}} replace>
            {t(isThen ? "library.reading.toToday" : "library.reading.toThen")}
          </Link>
        </p>
      )}
      <p className="note">{t("library.history.knowledge", { version: isThen ? line.knowledge : today.knowledge })}</p>
    </Callout>
  );
}
