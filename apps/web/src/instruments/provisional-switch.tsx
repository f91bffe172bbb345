import { useT } from "../messages/messages.tsx";

interface SwitchProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Whether what is not confirmed is scored all the same. Off unless somebody turns it on. */
export function Switch({ isOn, onChange }: SwitchProps) {
  const t = useT();
  return (
    <div className="callout tone-caution">
      <label className="flex cursor-pointer items-start gap-2.5 font-medium">
        <input
          type="checkbox"
          role="switch"
          className="switch"
          checked={isOn}
          aria-checked={isOn}
          aria-describedby="provisional-means"
          onChange={(event) => onChange(event.target.checked)}
        />
        {t("instruments.try.allow")}
      </label>
      <p className="note" id="provisional-means">
        {t("instruments.try.allowMeans")}
      </p>
    </div>
  );
}
