import { useT } from "../messages/messages.tsx";

/** How many people and hips, always with what is counted; never a guess of one from the other. */
export function useCounted() {
  const t = useT();
  return ({ patients, hips }: { readonly patients?: number | undefined; readonly hips?: number | undefined }): string => {
    if (patients === undefined && hips === undefined) return t("evidence.count.unknown");
    if (patients === undefined) return t("evidence.count.hips", { n: hips ?? 0 });
    if (hips === undefined) return t("evidence.count.patients", { n: patients });
    return t("evidence.count.both", {
      patients: t("evidence.count.patients", { n: patients }),
      hips: t("evidence.count.hips", { n: hips }),
    });
  };
}
