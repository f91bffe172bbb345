import { useT } from "../messages/messages.tsx";
import type { Standing } from "./standing.ts";

const TONE: Readonly<Record<Standing, string>> = {
  confirmed: "badge whitespace-normal",
  "to-compare": "badge badge-boxed tone-caution whitespace-normal",
  "in-part": "badge badge-boxed tone-caution whitespace-normal",
  unconfirmed: "badge badge-boxed tone-stop whitespace-normal",
};

/** How far an instrument's scoring is confirmed, in words; the colour only repeats them. */
export function StandingBadge({ standing }: { readonly standing: Standing }) {
  const t = useT();
  return <span className={TONE[standing]}>{t(`instruments.standing.${standing}`)}</span>;
}
