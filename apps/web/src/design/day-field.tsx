import { type CalendarDate, parseDate } from "@internationalized/date";
import { type ReactNode, useState } from "react";
import { DateField, DateInput, DateSegment } from "react-aria-components/DateField";

interface DayFieldProps {
  readonly labelledBy: string;
  readonly describedBy?: string | undefined;
  readonly value: string | undefined; // YYYY-MM-DD
  readonly latest: string; // YYYY-MM-DD
  readonly tooLate: string; // the words for a later day
  readonly onChange: (day: string | undefined) => void;
  readonly after?: ReactNode;
}

const parsed = (day: string | undefined): CalendarDate | null => (day === undefined ? null : parseDate(day));

/** A day, typed part by part in the order of the reader's language. A half-typed or later day is not recorded. */
export function DayField({ labelledBy, describedBy, value, latest, tooLate, onChange, after }: DayFieldProps) {
  const [typed, setTyped] = useState({ day: parsed(value), stands: value });
  const day = typed.stands === value ? typed.day : parsed(value); // changed from outside
  const late = day !== null && day.toString() > latest;
  const type = (chosen: CalendarDate | null): void => {
    const text = chosen?.toString();
    const stands = text !== undefined && text > latest ? value : text;
    setTyped({ day: chosen, stands });
    if (stands !== value) onChange(stands);
  };
  return (
    <div>
      <div className="flex flex-wrap items-center gap-2">
        <DateField
          aria-labelledby={labelledBy}
          {...(describedBy === undefined ? {} : { "aria-describedby": describedBy })}
          value={day}
          onChange={type}
          isInvalid={late}
          shouldForceLeadingZeros
        >
          <DateInput className="input input-date">{(segment) => <DateSegment segment={segment} />}</DateInput>
        </DateField>
        {after}
      </div>
      <p className="field-error" aria-live="polite">
        {late ? tooLate : ""}
      </p>
    </div>
  );
}
