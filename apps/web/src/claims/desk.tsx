import type { CheckedText } from "@calcar/contract";
import { useState } from "react";
import { useT } from "../messages/messages.tsx";
import { CheckFailure } from "./check-failure.tsx";
import { DeskBar } from "./desk-bar.tsx";
import { DeskSummary } from "./desk-summary.tsx";
import { isTooLarge } from "./file-button.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { filtered, NO_FILTER } from "./finding-filter.ts";
import { FindingList } from "./finding-list.tsx";
import { focusFinding, focusMark } from "./move.ts";
import { PageSheet } from "./page-sheet.tsx";
import { ReadingNotes } from "./reading-notes.tsx";
import { SavePanel } from "./save-panel.tsx";
import type { Source } from "./shapes.ts";
import { useDesk } from "./use-desk.ts";
import { useJurisdiction } from "./use-jurisdiction.ts";

interface DeskProps {
  readonly start: Source;
  readonly first: CheckedText;
  readonly page: string | undefined; // of the library, that the text came from
  readonly onClose: () => void;
}

/** The page with its marks, and beside it what was found: each leads to the other, by hand and by keyboard. */
export function Desk({ start, first, page, onClose }: DeskProps) {
  const t = useT();
  const desk = useDesk(start, first);
  const [isEditing, setEditing] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [filter, setFilter] = useState(NO_FILTER);
  const [jurisdiction, chooseJurisdiction] = useJurisdiction();
  const [open, setOpen] = useState<number>();
  const [tooLarge, setTooLarge] = useState<string>();
  const shown = new Set(filtered(desk.placed, filter).map(({ number }) => number));
  const select = (number: number): void => {
    setOpen(number);
    focusFinding(number);
  };
  const compareWith = (file: File | undefined): void => {
    if (file === undefined) return;
    setTooLarge(isTooLarge(file) ? file.name : undefined);
    if (!isTooLarge(file)) desk.replaceBy(file);
  };
  return (
    <div className="grid grid-cols-1 gap-6">
      <DeskSummary desk={desk} name={"file" in desk.source ? desk.source.name : undefined} />
      <DeskBar
        desk={desk}
        isEditing={isEditing}
        isSaving={isSaving}
        jurisdiction={jurisdiction}
        onFile={compareWith}
        onEditing={setEditing}
        onSaving={setSaving}
        onClose={onClose}
      />
      {isSaving ? <SavePanel source={desk.source} checked={desk.checked} page={page} /> : null}
      <CheckFailure failure={desk.failure} tooLarge={tooLarge} />
      <ReadingNotes file={desk.checked.report.files[0]} isEdited={desk.isChanged && !("file" in desk.source)} />
      <div className="desk">
        <PageSheet
          text={desk.text}
          checked={desk.checked}
          marks={desk.marks.filter(({ number }) => shown.has(number))}
          open={open}
          onEdit={isEditing ? desk.edit : undefined}
          onSelect={select}
        />
        <section className="desk-findings" aria-label={t("claims.findings.title")}>
          <FilterBar
            placed={desk.placed}
            rules={desk.checked.rules}
            filter={filter}
            jurisdiction={jurisdiction}
            onFilter={setFilter}
            onJurisdiction={chooseJurisdiction}
          />
          <FindingList
            checked={desk.checked}
            placed={desk.placed.filter(({ number }) => shown.has(number))}
            total={desk.placed.length}
            since={desk.isChanged ? { ...desk.compared, rules: desk.rulesBefore } : undefined}
            open={open}
            jurisdiction={jurisdiction}
            onOpen={setOpen}
            onShow={(number) => focusMark(number, desk.marks.find((mark) => mark.number === number)?.span)}
          />
        </section>
      </div>
    </div>
  );
}
