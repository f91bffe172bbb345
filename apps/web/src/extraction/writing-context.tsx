import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { pruned, valueAt } from "./place.ts";
import type { Problem, Words } from "./shapes.ts";
import type { Writing } from "./use-draft.ts";

/** What every field of the form needs: the draft, the words on file, and what is wrong with a place. */
export interface Form extends Writing {
  readonly words: Words;
  readonly isEmpty: boolean; // nothing is typed that could be lost
  readonly isStrict: boolean; // missing things are told beside their fields too
  readonly beStrict: () => void;
  readonly problemsAt: (place: string) => readonly Problem[];
  readonly lastFigure: string | undefined; // the place of the figure whose provenance was typed last
  readonly touchFigure: (place: string) => void;
}

const FormContext = createContext<Form | undefined>(undefined);

interface FormProviderProps {
  readonly writing: Writing;
  readonly words: Words;
  readonly children: ReactNode;
}

export function FormProvider({ writing, words, children }: FormProviderProps) {
  const [isStrict, setStrict] = useState(false);
  const [lastFigure, touchFigure] = useState<string>();
  const problems = writing.check?.problems;
  const byPlace = useMemo(() => Map.groupBy(problems ?? [], ({ place }) => place), [problems]);
  const form: Form = {
    ...writing,
    words,
    isEmpty: Object.keys(pruned(writing.draft)).length === 0,
    isStrict,
    beStrict: () => setStrict(true),
    problemsAt: (place) =>
      (byPlace.get(place) ?? []).filter(({ problem }) => isStrict || problem !== "missing" || isTyped(writing.draft, place)),
    lastFigure,
    touchFigure,
  };
  return <FormContext value={form}>{children}</FormContext>;
}

/** A figure is told at once what it lacks when its number stands there: half a figure is no state to leave. */
function isTyped(draft: object, place: string): boolean {
  const figure = place.replace(/\.(?:source|at|how|verified|note)$/, "");
  return figure !== place && valueAt(draft, `${figure}.value`) !== undefined;
}

export function useForm(): Form {
  const form = useContext(FormContext);
  if (form === undefined) throw new Error("a field of a draft outside its form");
  return form;
}
