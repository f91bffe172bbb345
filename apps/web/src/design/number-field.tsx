import { type ReactNode, useId, useState } from "react";

interface NumberFieldProps<Read extends { readonly kind: string }> {
  readonly labelledBy: string;
  readonly describedBy?: string | undefined;
  readonly value: number | undefined;
  readonly unit: string;
  readonly read: (text: string) => Read;
  readonly explain: (read: Read) => string | undefined; // what is wrong with it, absent when nothing is
  readonly onRead: (read: Read) => number | undefined; // passes the value on; returns the value that then stands
  readonly after: ReactNode;
}

/** A number as somebody types it. What cannot be read stays in the field with a reason, and is not recorded. */
export function NumberField<Read extends { readonly kind: string }>(props: NumberFieldProps<Read>) {
  const { labelledBy, describedBy, value, unit, read, explain, onRead, after } = props;
  const id = useId();
  const [typed, setTyped] = useState({ text: value === undefined ? "" : String(value), stands: value });
  const [left, setLeft] = useState(false);
  const text = typed.stands === value ? typed.text : value === undefined ? "" : String(value); // changed from outside
  const wrong = explain(read(text));
  const shown = wrong !== undefined && left;
  return (
    <div>
      <div className="flex flex-wrap items-center gap-2">
        <input
          className="input w-24 text-end"
          inputMode="decimal"
          autoComplete="off"
          aria-labelledby={labelledBy}
          aria-describedby={[describedBy, `${id}-unit`, shown ? `${id}-wrong` : undefined].filter(Boolean).join(" ")}
          aria-invalid={shown}
          value={text}
          onFocus={() => setLeft(false)}
          onBlur={() => setLeft(true)}
          onChange={(event) => setTyped({ text: event.target.value, stands: onRead(read(event.target.value)) })}
        />
        <span id={`${id}-unit`} className="min-w-12">
          {unit}
        </span>
        {after}
      </div>
      <p className="field-error" id={`${id}-wrong`} aria-live="polite">
        {shown ? wrong : ""}
      </p>
    </div>
  );
}
