import { Link } from "@tanstack/react-router";
import { Page } from "../design/page.tsx";
import { useT } from "../messages/messages.tsx";

/** An address that names no page. */
export function NotFound() {
  const t = useT();
  return (
    <Page area="notFound" title={t("notFound.title")} lead={t("notFound.lead")}>
      <Link to="/">{t("notFound.back")}</Link>
    </Page>
  );
}
