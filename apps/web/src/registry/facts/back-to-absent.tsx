import { useT } from "../../messages/messages.tsx";

/** The way back to "not recorded" for what is typed; shows as chosen while nothing is recorded. */
export function BackToAbsent({ recorded, of, onClick }: { readonly recorded: boolean; readonly of: string; readonly onClick: () => void }) {
  const t = useT();
  return (
    <button
      type="button"
      className="option option-absent"
      aria-pressed={!recorded}
      data-selected={recorded ? undefined : true}
      aria-describedby={of}
      onClick={onClick}
    >
      {t("fact.absent")}
    </button>
  );
}
