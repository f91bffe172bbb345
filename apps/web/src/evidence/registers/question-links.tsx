import { Link } from "@tanstack/react-router";
import { useT } from "../../messages/messages.tsx";

/** Questions by their ids, or that none is on file. */
export function QuestionLinks({ ids }: { readonly ids: readonly string[] }) {
  const t = useT();
  if (ids.length === 0) return <span className="text-muted">{t("evidence.fresh.noQuestion")}</span>;
  return (
    <ul className="flex flex-wrap gap-x-4">
      {ids.map((id) => (
        <li key={id} className="py-0.5">
          <Link to="/evidence/questions/$id" params={{ id }}>
            {id}
          </Link>
        </li>
      ))}
    </ul>
  );
}
