import type { Patients } from "@calcar/contract";
import { useId } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from "react-aria-components/ComboBox";
import { Label } from "react-aria-components/Label";
import { useT } from "../messages/messages.tsx";

interface PseudonymFieldProps {
  readonly patients: Patients["patients"];
  readonly value: string;
  readonly onChange: (pseudonym: string) => void;
  readonly wrong: boolean;
}

/** A pseudonym, new or one of those on record. */
export function PseudonymField({ patients, value, onChange, wrong }: PseudonymFieldProps) {
  const t = useT();
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <ComboBox
        allowsCustomValue
        inputValue={value}
        onInputChange={onChange}
        aria-describedby={`${id}-hint ${id}-wrong`}
        isInvalid={wrong}
        className="grid gap-1.5"
      >
        <Label className="field-label">{t("evaluate.pseudonym")}</Label>
        <p className="field-hint" id={`${id}-hint`}>
          {t("evaluate.neverNames")}
        </p>
        <div className="flex">
          <Input className="input w-full rounded-e-none" autoComplete="off" spellCheck="false" autoCapitalize="characters" maxLength={24} />
          <Button className="input -ms-px w-11 shrink-0 rounded-s-none px-0" aria-label={t("evaluate.showPseudonyms")}>
            <svg
              className="mx-auto"
              width="12"
              height="8"
              viewBox="0 0 12 8"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.5"
              aria-hidden="true"
            >
              <path d="M1 1.500 6 6.500 11 1.500" />
            </svg>
          </Button>
        </div>
        <Popover className="w-(--trigger-width)">
          <ListBox className="listbox">
            {patients.map(({ id: patient, pseudonym, sides }) => (
              <ListBoxItem key={patient} id={patient} textValue={pseudonym}>
                {pseudonym}{" "}
                <span className="note">{t("evaluate.onRecord", { sides: sides.length === 2 ? "both" : (sides[0] ?? "none") })}</span>
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </ComboBox>
      <p className="field-error" id={`${id}-wrong`} aria-live="polite">
        {wrong ? t("evaluate.pseudonymWrong") : ""}
      </p>
    </div>
  );
}
