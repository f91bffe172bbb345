import { TableFrame } from "../design/table-frame.tsx";
import { useT } from "../messages/messages.tsx";
import { Stated } from "./not-stated.tsx";
import type { Study } from "./shapes.ts";
import { useCounted } from "./use-counted.ts";

type Arm = Study["arms"][number];

/** The groups of a study: what each was given, how, and how many it holds. */
export function StudyArms({ arms }: Pick<Study, "arms">) {
  const t = useT();
  return (
    <section className="section-rule grid grid-cols-1 gap-3">
      <h2>{t("evidence.arms.title")}</h2>
      {arms.length === 0 ? (
        <p className="measure">{t("evidence.arms.none")}</p>
      ) : (
        <TableFrame caption={t("evidence.arms.caption")} hideCaption>
          <thead>
            <tr>
              <th scope="col">{t("evidence.arms.name")}</th>
              <th scope="col">{t("evidence.arms.product")}</th>
              <th scope="col">{t("evidence.arms.route")}</th>
              <th scope="col">{t("evidence.arms.size")}</th>
            </tr>
          </thead>
          <tbody>
            {arms.map((arm) => (
              <ArmRow key={arm.name} arm={arm} />
            ))}
          </tbody>
        </TableFrame>
      )}
    </section>
  );
}

function ArmRow({ arm }: { readonly arm: Arm }) {
  const t = useT();
  const counted = useCounted();
  const { name, role, productClass, product, route, guidance, note } = arm;
  const { cells, cellSource, processing, dose, adjuncts = [] } = product;
  const details = [cells === "none" ? undefined : cells, cellSource, processing, dose && t("evidence.product.dose", { dose }), ...adjuncts];
  return (
    <tr>
      <th scope="row" className="min-w-36">
        {name}
        <span className="note block font-normal">{t(`evidence.role.${role}`)}</span>
      </th>
      <td className="min-w-56">
        {productClass === undefined ? (
          <span className="text-muted">{t("evidence.product.notStated")}</span>
        ) : (
          t(`evidence.product.${productClass}`)
        )}
        <span className="note block">{details.filter((detail) => detail !== undefined).join("; ")}</span>
        {note === undefined ? null : <span className="note block">{note}</span>}
      </td>
      <td className="min-w-40">
        <Stated>{route}</Stated>
        {guidance === undefined ? null : <span className="note block">{t("evidence.arms.guidance", { guidance })}</span>}
      </td>
      <td className="min-w-28">{counted(arm)}</td>
    </tr>
  );
}
