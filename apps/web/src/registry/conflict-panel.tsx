import type { EvaluationRecord } from "@calcar/contract";
import { useId, useState } from "react";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { Callout } from "../design/callout.tsx";
import { useDates, useLocalised, useT } from "../messages/messages.tsx";
import { type Fact, useFactText } from "./facts/fact-text.ts";
import { usePerson } from "./person.ts";
import { type Choices, type ConflictRow, DAY, firstChoices, isDecided } from "./saving/conflict.ts";

interface ConflictPanelProps {
  readonly rows: readonly ConflictRow[];
  readonly theirs: EvaluationRecord;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly onResolve: (choices: Choices) => void;
}

/** Two people changed one evaluation: both versions side by side, and a choice for each place where they differ. */
export function ConflictPanel({ rows, theirs, facts, onResolve }: ConflictPanelProps) {
  const t = useT();
  const { instant } = useDates();
  const person = usePerson();
  const [choices, setChoices] = useState(() => firstChoices(rows));
  const open = rows.filter(({ place }) => choices[place] === undefined).length;
  return (
    <section aria-labelledby="conflict-title" className="grid gap-6">
      <Callout tone="caution" title={t("conflict.title", { by: person(theirs.updatedBy), time: instant(theirs.updatedAt) })} announce>
        <p>{t("conflict.explain")}</p>
      </Callout>
      <h2 id="conflict-title">{t("conflict.differ", { count: rows.length })}</h2>
      <div className="ledger">
        {rows.map((row) => (
          <ConflictChoice
            key={row.place}
            row={row}
            fact={facts.get(row.place)}
            choice={choices[row.place]}
            onChoose={(choice) => setChoices({ ...choices, [row.place]: choice })}
          />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <button type="button" className="button" disabled={!isDecided(rows, choices)} onClick={() => onResolve(choices)}>
          {t("conflict.save")}
        </button>
        <span className="note" role="status">
          {open === 0 ? t("conflict.ready") : t("conflict.open", { count: open })}
        </span>
      </div>
    </section>
  );
}

interface ConflictChoiceProps {
  readonly row: ConflictRow;
  readonly fact: Fact | undefined;
  readonly choice: Choices[string];
  readonly onChoose: (choice: "mine" | "theirs") => void;
}

function ConflictChoice({ row, fact, choice, onChoose }: ConflictChoiceProps) {
  const t = useT();
  const localised = useLocalised();
  const words = useFactText();
  const { day } = useDates();
  const id = useId();
  const text = (value: ConflictRow["mine"]): string => (row.place === DAY ? day(String(value)) : words(fact, value));
  const label = row.place === DAY ? t("evaluation.day") : fact === undefined ? row.place : localised(fact.label);
  return (
    <div className="grid gap-2 md:grid-cols-[minmax(0,16rem)_minmax(0,1fr)] md:gap-8">
      <div>
        <span className="field-label" id={id}>
          {label}
        </span>
        <p className="note">{t("conflict.before", { value: text(row.before) })}</p>
        <p className="note">{t(`conflict.changedBy.${row.changedBy}`)}</p>
      </div>
      <RadioGroup
        aria-labelledby={id}
        className="grid grid-cols-2 gap-2"
        value={choice ?? null}
        onChange={(key) => onChoose(key === "mine" ? "mine" : "theirs")}
      >
        {(["mine", "theirs"] as const).map((side) => (
          <Radio key={side} value={side} className="option content-center gap-x-2 items-start! flex-col py-2">
            <span className="text-xs font-normal">{t(`conflict.${side}`)}</span> <span>{text(row[side])}</span>
          </Radio>
        ))}
      </RadioGroup>
    </div>
  );
}
