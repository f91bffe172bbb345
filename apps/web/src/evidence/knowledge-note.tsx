import { useT } from "../messages/messages.tsx";

/** Which state of the knowledge a page shows, so that it can be cited. */
export function KnowledgeNote({ version }: { readonly version: string }) {
  const t = useT();
  return (
    <p className="note">
      {t("evidence.knowledge")} <code className="break-all">{version}</code>
    </p>
  );
}
