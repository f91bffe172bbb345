import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api/call.ts";
import { Callout } from "../design/callout.tsx";
import { TableFrame } from "../design/table-frame.tsx";
import { download } from "../evidence/download.ts";
import { useT } from "../messages/messages.tsx";
import { type Choice, DecisionFields } from "./decision-fields.tsx";
import type { Difference, Draft, ExtractionComparison } from "./shapes.ts";

interface DifferenceTableProps {
  readonly first: { readonly name: string; readonly draft: Draft };
  readonly second: { readonly name: string; readonly draft: Draft };
  readonly comparison: ExtractionComparison["comparison"];
}

const EMPTY: Choice = { took: undefined, value: "", why: "" };

/** Every difference side by side, and what people decide of it. */
export function DifferenceTable({ first, second, comparison: { agree, fields, differences } }: DifferenceTableProps) {
  const t = useT();
  const [by, setBy] = useState("");
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const choiceOf = (field: string): Choice => choices[field] ?? EMPTY;
  const decided = differences.filter(({ field }) => isDecided(choiceOf(field)));
  const resolve = useMutation({
    mutationFn: () =>
      call<ExtractionComparison>("/api/extraction/compare", {
        method: "POST",
        body: {
          first: first.draft,
          second: second.draft,
          decisions: differences.map(({ field }) => decisionOf(field, choiceOf(field), by)),
        },
      }),
    onSuccess: ({ resolved }) => {
      if (resolved !== null) download(`${resolved.id ?? "draft"}-resolved.json`, "application/json", JSON.stringify(resolved, null, 2));
    },
  });
  const isWhole = decided.length === differences.length && by.trim() !== "";
  return (
    <section className="grid grid-cols-1 gap-6" aria-labelledby="differences-title">
      <h2 id="differences-title">{t("extraction.compare.found", { agree, fields, differ: differences.length })}</h2>
      {differences.length === 0 ? <p>{t("extraction.compare.alike")}</p> : null}
      {differences.length === 0 ? null : (
        <>
          <TableFrame caption={t("extraction.compare.caption")} hideCaption>
            <thead>
              <tr>
                <th scope="col">{t("extraction.compare.field")}</th>
                <th scope="col">{t("extraction.compare.first")}</th>
                <th scope="col">{t("extraction.compare.second")}</th>
                <th scope="col">{t("extraction.compare.decision")}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map((difference) => (
                <Row
                  key={difference.field}
                  difference={difference}
                  choice={choiceOf(difference.field)}
                  onChoice={(choice) => setChoices({ ...choices, [difference.field]: choice })}
                />
              ))}
            </tbody>
          </TableFrame>
          <div className="grid max-w-md gap-3">
            <label className="field-label" id="decided-by-label" htmlFor="decided-by">
              {t("extraction.compare.by")}
            </label>
            <input
              id="decided-by"
              aria-labelledby="decided-by-label"
              className="input"
              autoComplete="off"
              value={by}
              onChange={({ target }) => setBy(target.value)}
            />
            <p aria-live="polite">{t("extraction.compare.decided", { decided: decided.length, differ: differences.length })}</p>
            <button
              type="button"
              className="button justify-self-start"
              aria-disabled={!isWhole}
              onClick={() => isWhole && resolve.mutate()}
            >
              {t("extraction.compare.resolve")}
            </button>
          </div>
          <Unresolved problems={resolve.data?.undecided ?? []} failure={resolve.error} />
        </>
      )}
    </section>
  );
}

const isDecided = ({ took, value, why }: Choice): boolean =>
  took !== undefined && why.trim() !== "" && (took !== "other" || value.trim() !== "");

const decisionOf = (field: string, { took, value, why }: Choice, by: string) => ({
  field,
  took,
  ...(took === "other" && { value: value.trim() }),
  by: by.trim(),
  why: why.trim(),
});

interface RowProps {
  readonly difference: Difference;
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
}

function Row({ difference, choice, onChoice }: RowProps) {
  const t = useT();
  const { field, first, second } = difference;
  return (
    <tr>
      <th scope="row" className="reading-cell min-w-40">
        {field}
      </th>
      <td className="reading-cell min-w-32">{first ?? <span className="text-muted">{t("extraction.compare.saysNothing")}</span>}</td>
      <td className="reading-cell min-w-32">{second ?? <span className="text-muted">{t("extraction.compare.saysNothing")}</span>}</td>
      <td className="min-w-64">
        <DecisionFields field={field} choice={choice} onChoice={onChoice} />
      </td>
    </tr>
  );
}

function Unresolved({ problems, failure }: { readonly problems: ExtractionComparison["undecided"]; readonly failure: Error | null }) {
  const t = useT();
  if (problems.length === 0 && failure === null) return null;
  return (
    <Callout tone="stop" announce title={t("extraction.compare.unresolved")}>
      {failure === null ? null : <p>{failure.message}</p>}
      <ul className="list-disc ps-5">
        {problems.map(({ place, problem, expected }) => (
          <li key={`${place} ${problem}`}>{`${place}: ${problem}; ${expected}`}</li>
        ))}
      </ul>
    </Callout>
  );
}
