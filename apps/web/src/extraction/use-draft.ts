import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { storeDraft, storedDraft } from "./draft-store.ts";
import { checkQuery } from "./extraction-queries.ts";
import { type Place, valueAt, withValue } from "./place.ts";
import type { Draft, ExtractionCheck } from "./shapes.ts";

const A_PAUSE = 350; // ms without typing before the server is asked

/** A draft being written: kept on this device at every change, checked by the server at every pause. */
export interface Writing {
  readonly draft: Draft;
  readonly check: ExtractionCheck | undefined; // absent before the first answer
  readonly isChecked: boolean; // what is shown is of the draft as it stands
  readonly failure: Error | null;
  readonly isKept: boolean; // on this device
  readonly set: (place: Place, value: unknown) => void;
  readonly at: (place: Place) => unknown;
  readonly replace: (draft: Draft) => void;
}

export function useDraft(): Writing {
  const [draft, setDraft] = useState(storedDraft);
  const [isKept, setKept] = useState(true);
  const settled = useSettled(draft);
  const { data, error, isPlaceholderData } = useQuery(checkQuery(settled));
  const replace = useCallback((next: Draft): void => {
    setDraft(next);
    setKept(storeDraft(next));
  }, []);
  const latest = useRef(draft);
  latest.current = draft;
  const set = useCallback(
    (place: Place, value: unknown): void => {
      const next = withValue(latest.current, place, value);
      latest.current = next; // two changes of one event both count
      replace(next);
    },
    [replace],
  );
  return {
    draft,
    check: data,
    isChecked: settled === draft && data !== undefined && !isPlaceholderData,
    failure: error,
    isKept,
    set,
    at: (place) => valueAt(draft, place),
    replace,
  };
}

/** A value once it has not changed for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), A_PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
