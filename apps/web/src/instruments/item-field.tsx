import type { Item } from "@calcar/instruments";
import { memo } from "react";
import { ChoiceField, type Option } from "../design/choice-field.tsx";
import { NumberField } from "../design/number-field.tsx";
import { useLocalised, useT } from "../messages/messages.tsx";
import { type NumberRead, readNumber } from "../registry/facts/read-number.ts";
import type { Takes } from "./shapes.ts";
import type { ItemText } from "./use-item-text.ts";

interface ItemFieldProps {
  readonly item: Item;
  readonly text: ItemText;
  readonly ends: string | undefined; // which end is good, where it is not said for the whole group
  readonly value: number | undefined;
  readonly onAnswer: (code: string, value: number | undefined) => void;
}

const MOST_BUTTONS = 11; // 0 to 10; beyond that a number is typed

/** One item: its code, what may be shown of it, and the answers that it takes. Not answered is a state of its own. */
export const ItemField = memo(function ItemField(props: ItemFieldProps) {
  const { item, text, ends } = props;
  const localised = useLocalised();
  const counts = useCounts(item);
  const hints = [item.note === undefined ? undefined : localised(item.note), ends, counts].filter((hint) => hint !== undefined);
  const id = `item-${item.code}`;
  return (
    <div className={props.value === undefined ? "item" : "item item-answered"} id={id}>
      <div>
        <span className="field-label" id={`${id}-label`}>
          {text.text === undefined ? (
            <code>{item.code}</code>
          ) : (
            <>
              <span lang={text.lang}>{text.text}</span> <code className="note">{item.code}</code>
            </>
          )}
        </span>
        {hints.map((hint) => (
          <p key={hint} className="field-hint">
            {hint}
          </p>
        ))}
      </div>
      <Answer {...props} labelledBy={`${id}-label`} />
    </div>
  );
});

/** What each answer counts, for an item that is scored otherwise than it reads. */
function useCounts({ takes, countsAs }: Item): string | undefined {
  const t = useT();
  if (countsAs === undefined || takes.kind === "choice") return undefined;
  const pairs = countsAs.map((counts, step) => t("instruments.try.pair", { answer: takes.range[0] + step, counts }));
  return t("instruments.try.counts", { pairs: pairs.join(", ") });
}

type AnswerProps = ItemFieldProps & { readonly labelledBy: string };

function Answer(props: AnswerProps) {
  const { takes } = props.item;
  if (takes.kind === "choice") return <Named {...props} takes={takes} />;
  const [low, high] = takes.range;
  if (takes.kind === "whole" && high - low < MOST_BUTTONS) return <Steps {...props} range={[low, high]} />;
  return <Typed {...props} takes={takes} />;
}

function Named({ takes, text, ...props }: AnswerProps & { readonly takes: Takes & { kind: "choice" } }) {
  const t = useT();
  const localised = useLocalised();
  const options = takes.options.map(({ code, value, label }) => {
    const words = text.optionText(value) ?? (label === undefined ? code : localised(label));
    return { key: code, label: t("instruments.try.option", { label: words, points: value }), value };
  });
  return <Buttons {...props} options={options} />;
}

function Steps({ range: [low, high], text, ...props }: AnswerProps & { readonly range: readonly [number, number] }) {
  const options = Array.from({ length: high - low + 1 }, (_, step) => {
    const value = low + step;
    const words = text.optionText(value);
    return { key: String(value), label: words === undefined ? value : `${value} ${words}`, value };
  });
  return <Buttons {...props} options={options} />;
}

type ButtonsProps = Pick<AnswerProps, "item" | "value" | "onAnswer" | "labelledBy"> & {
  readonly options: readonly (Option & { readonly value: number })[];
};

function Buttons({ item: { code }, options, value, onAnswer, labelledBy }: ButtonsProps) {
  const t = useT();
  return (
    <ChoiceField
      labelledBy={labelledBy}
      options={options}
      chosen={options.find((option) => option.value === value)?.key}
      absent={t("instruments.try.absent")}
      onChoose={(key) => onAnswer(code, options.find((option) => option.key === key)?.value)}
    />
  );
}

function Typed({
  item: { code },
  takes,
  value,
  onAnswer,
  labelledBy,
}: AnswerProps & { readonly takes: Exclude<Takes, { kind: "choice" }> }) {
  const t = useT();
  const [low, high] = takes.range;
  const type = takes.kind === "whole" ? "integer" : "number";
  const ends = { low, high };
  return (
    <NumberField
      labelledBy={labelledBy}
      value={value}
      unit={takes.unit === undefined ? t("instruments.try.noUnit", ends) : t("instruments.try.unit", { ...ends, unit: takes.unit })}
      read={(text) => readNumber(text, { type, range: takes.range })}
      explain={(read) => problemOf(t, read, takes.range)}
      onRead={(read) => {
        const taken = read.kind === "value" ? read.value : undefined;
        onAnswer(code, taken); // what cannot be read is unanswered, never the number that stood there before
        return taken;
      }}
      after={null}
    />
  );
}

/** What is wrong with a typed number, and how to mend it. */
function problemOf(t: ReturnType<typeof useT>, read: NumberRead, [least, most]: readonly [number, number]): string | undefined {
  if (read.kind === "empty" || read.kind === "value") return undefined;
  if (read.kind === "comma") return t("instruments.number.comma", { meant: read.meant });
  return t(`instruments.number.${read.kind}`, { least, most });
}
