import type { CheckedText } from "@calcar/contract";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useLanguage } from "../messages/messages.tsx";
import { checkQuery, fileSource, pastedText, plainText } from "./check-query.ts";
import { type Compared, compareFindings } from "./compare-findings.ts";
import { carrySpan } from "./mark-pieces.ts";
import { findingsOf, placedIn } from "./placed.ts";
import type { Finding, Placed, Source } from "./shapes.ts";

const PAUSE_MS = 500; // in writing, after which the text is checked again
const NOTHING = pastedText("");

/** What stands on the desk: the text as it is now, what was found in it, and how that compares with the page at the start. */
export interface DeskState {
  readonly source: Source; // what an exported report is about
  readonly text: string;
  readonly checked: CheckedText; // the latest check; of the text as it was a moment ago while somebody writes
  readonly placed: readonly Placed[];
  readonly marks: readonly Placed[]; // those whose words still stand in the text
  readonly compared: Compared;
  readonly before: number; // findings at the start
  readonly rulesBefore: CheckedText["rules"]; // what the rules of those say
  readonly isChanged: boolean; // and checked: the findings are those of the changed text
  readonly canRevert: boolean;
  readonly isChecking: boolean;
  readonly failure: Error | null;
  readonly edit: (text: string) => void;
  readonly replaceBy: (file: File) => void;
  readonly revert: () => void;
}

export function useDesk(start: Source, first: CheckedText): DeskState {
  const [now, setNow] = useState<Source>();
  const written = writtenIn(now);
  const isBlank = written?.trim() === "";
  const asked = useSettled(now);
  const current = useCheck(isBlank ? undefined : asked);
  const base = useBase(start, first, written !== undefined);

  const failure = now === undefined || isBlank ? null : current.error;
  const checked = now === undefined ? first : (current.data ?? first);
  const text = written ?? checked.text;
  const findings = isBlank ? NONE : findingsOf(checked);
  const before = findingsOf(base);
  const placed = useMemo(() => placedIn(checked, findings), [checked, findings]);
  return {
    source: failure === null ? (now ?? start) : start,
    text,
    checked,
    placed,
    marks: useMemo(() => carried(placed, checked.text, text), [placed, checked, text]),
    compared: useMemo(() => compareFindings(before, findings), [before, findings]),
    before: before.length,
    rulesBefore: base.rules,
    isChanged: now !== undefined && failure === null,
    canRevert: now !== undefined,
    isChecking: now !== undefined && !isBlank && (asked !== now || current.isFetching),
    failure,
    edit: (words) => setNow(plainText(words)),
    replaceBy: (file) => setNow(fileSource(file)),
    revert: () => setNow(undefined),
  };
}

const NONE: readonly Finding[] = [];

const writtenIn = (source: Source | undefined): string | undefined => (source && "text" in source ? source.text : undefined);

/** The page at the start. Edited words of a file are compared with its words, not with what its markup made of them. */
function useBase(start: Source, first: CheckedText, isWritten: boolean): CheckedText {
  const plain = useMemo(() => {
    const isPlain = "text" in start && first.report.files[0]?.format === "text";
    return isPlain ? undefined : plainText(first.text);
  }, [start, first]);
  const asPlain = useCheck(isWritten ? plain : undefined).data;
  return isWritten && plain ? (asPlain ?? first) : first;
}

const carried = (placed: readonly Placed[], before: string, now: string): readonly Placed[] =>
  placed.flatMap((one) => {
    const span = carrySpan(one.span, before, now);
    return span === undefined ? [] : [{ ...one, span }];
  });

/** A page checked; while it is checked again, the answer before. */
function useCheck(source: Source | undefined) {
  const { locale } = useLanguage().language;
  return useQuery({ ...checkQuery(source ?? NOTHING, locale), enabled: source !== undefined, placeholderData: keepPreviousData });
}

/** What is written, once the writer pauses. */
function useSettled(source: Source | undefined): Source | undefined {
  const [settled, setSettled] = useState(source);
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(source), PAUSE_MS);
    return () => clearTimeout(waiting);
  }, [source]);
  return settled;
}
