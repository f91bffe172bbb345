import type { Library, VersionLine } from "@calcar/contract";
import { useT } from "../messages/messages.tsx";

interface StaleProps {
  readonly line: Pick<VersionLine, "knowledge" | "rules">;
  readonly today: Library["today"];
}

/** How a check stands to what is known today. */
export const standingOf = ({ line, today }: StaleProps): "current" | "knowledge" | "rules" =>
  line.knowledge === today.knowledge ? "current" : line.rules === today.rules ? "knowledge" : "rules";

/** Says that a check was made before the rules, or what they are held against, changed. */
export function StaleBadge(props: StaleProps) {
  const t = useT();
  const standing = standingOf(props);
  if (standing === "current") return null;
  return <strong className="badge badge-boxed tone-caution">{t(`library.stale.${standing}`)}</strong>;
}
