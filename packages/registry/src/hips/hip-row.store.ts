import type { Side } from "@calcar/vocabulary";
import type { Hip } from "../schema.ts";

/** The columns of a hip, wherever it is read from. */
export const HIP_COLUMNS = `hip.id as "hipId", hip.patient, patient.pseudonym, hip.side, hip.created_at as "hipCreatedAt"`;

export interface HipRow {
  readonly hipId: string;
  readonly patient: string;
  readonly pseudonym: string;
  readonly side: Side;
  readonly hipCreatedAt: Date;
}

export const hipOf = ({ hipId, patient, pseudonym, side, hipCreatedAt }: HipRow): Hip => ({
  id: hipId,
  patient,
  pseudonym,
  side,
  createdAt: hipCreatedAt.toISOString(),
});

export const SELECT_HIP = `select ${HIP_COLUMNS} from hip join patient on patient.site_id = hip.site_id and patient.id = hip.patient`;
