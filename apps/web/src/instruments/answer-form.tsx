import type { InstrumentPage } from "@calcar/contract";
import { formOf, type Item, itemsOf } from "@calcar/instruments";
import { type ReactNode, useCallback, useMemo } from "react";
import { ChoiceField } from "../design/choice-field.tsx";
import { useLocalised, useT } from "../messages/messages.tsx";
import { inForm, withAnswer } from "./entry.ts";
import { ItemField } from "./item-field.tsx";
import { type ItemsOfScore, itemGroups } from "./item-groups.ts";
import type { Change, Entry, Instrument } from "./shapes.ts";
import { areAlike, useEnds } from "./use-ends.ts";
import { useItemText } from "./use-item-text.ts";

interface AnswerFormProps {
  readonly instrument: Instrument;
  readonly wording: InstrumentPage["wording"];
  readonly entry: Entry;
  readonly onEntry: Change;
}

/** The form in which an instrument is answered, and its items. */
export function AnswerForm(props: AnswerFormProps) {
  const { instrument, wording, entry, onEntry } = props;
  const t = useT();
  const textOf = useItemText(wording);
  const groups = useMemo(() => groupsIn(instrument, entry.form), [instrument, entry.form]);
  const texts = useMemo(
    () => new Map(groups?.flatMap(({ items }) => items.map((item) => [item, textOf(item)] as const))),
    [groups, textOf],
  );
  const answer = useCallback((code: string, value: number | undefined): void => onEntry((now) => withAnswer(now, code, value)), [onEntry]);
  return (
    <div className="grid grid-cols-1 content-start gap-8">
      {instrument.forms === undefined ? null : <FormChoice {...props} />}
      {groups ? (
        groups.map((group) => (
          <Group key={group.items[0]?.code} group={group}>
            {(item, ends) => (
              <ItemField
                key={item.code}
                item={item}
                text={texts.get(item) ?? textOf(item)}
                ends={ends}
                value={entry.answers[item.code]}
                onAnswer={answer}
              />
            )}
          </Group>
        ))
      ) : (
        <p>{t("instruments.try.formNeeded")}</p>
      )}
    </div>
  );
}

/** The items in the form that was stated; absent while one has to be stated. */
function groupsIn(instrument: Instrument, id: string | undefined): readonly ItemsOfScore[] | undefined {
  const form = formOf(instrument, id);
  return form.ok ? itemGroups(itemsOf(instrument, form.value), instrument.subscales) : undefined;
}

function FormChoice({ instrument, entry, onEntry }: AnswerFormProps) {
  const t = useT();
  const localised = useLocalised();
  const options = (instrument.forms ?? []).map(({ id, name }) => ({ key: id, label: localised(name) }));
  return (
    <div className="grid gap-2">
      <span className="field-label" id="form-choice">
        {t("instruments.try.form")}
      </span>
      <ChoiceField
        labelledBy="form-choice"
        options={options}
        chosen={entry.form ?? instrument.defaultForm}
        onChoose={(form) => onEntry((now) => inForm(instrument, now, form))}
      />
    </div>
  );
}

interface GroupProps {
  readonly group: ItemsOfScore;
  readonly children: (item: Item, ends: string | undefined) => ReactNode;
}

function Group({ group: { subscale, items }, children }: GroupProps) {
  const t = useT();
  const localised = useLocalised();
  const endsOf = useEnds();
  const isAlike = areAlike(items);
  const ends = isAlike && items[0] !== undefined ? endsOf(items[0]) : undefined; // said once for all of them
  return (
    <section className="grid grid-cols-1">
      <h4 className="font-medium">{subscale === undefined ? t("instruments.try.otherItems") : localised(subscale.name)}</h4>
      {ends === undefined ? null : <p className="note pb-1">{ends}</p>}
      {items.map((item) => children(item, isAlike ? undefined : endsOf(item)))}
    </section>
  );
}
