import { useId } from "react";

interface LineFieldProps {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "email" | "password";
  readonly autoComplete?: string;
  readonly hint?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** One required line of text in a form that is sent whole. */
export function LineField({ name, label, type = "text", autoComplete = "off", hint, minLength, maxLength }: LineFieldProps) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        className="input w-full"
        id={id}
        name={name}
        type={type}
        autoComplete={autoComplete}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        minLength={minLength}
        maxLength={maxLength}
        required
      />
    </div>
  );
}
