import type { Instrument } from "../kinds/instrument.ts";
import type { Finding } from "../parse/finding.ts";
import type { Parsed } from "../parse/parsed.ts";
import { type Fault, fault, repeated } from "./instrument-faults.ts";
import { faultsOfItems } from "./instrument-items.ts";
import { faultsOfSubscales } from "./instrument-subscales.ts";
import { faultsOfTables } from "./instrument-tables.ts";

/** An instrument can be scored as it stands: its items, forms, subscales, tables, marks and codes name one another and agree. */
export function checkInstruments({ instruments }: Parsed): Finding[] {
  const byId = new Map(instruments.map(({ value }) => [value.id, value]));
  return instruments.flatMap(({ file, value }) => {
    const named = [
      ...faultsOfItems(value, value.partOf === undefined ? undefined : byId.get(value.partOf)),
      ...faultsOfForms(value),
      ...faultsOfSubscales(value),
      ...faultsOfMarks(value),
      ...faultsOfLoinc(value),
    ];
    const faults = named.length > 0 ? named : faultsOfTables(value); // sums are added up over items that exist
    return faults.map((each) => ({ file, ...each }));
  });
}

function faultsOfForms({ forms = [], defaultForm, subscales, tables = [] }: Instrument): Fault[] {
  const ids = subscales.map(({ id }) => id);
  const known = tables.map(({ id }) => id);
  const keys = forms.flatMap(({ ranges = {}, directions = {}, tables: read = {} }, i) =>
    Object.entries({ ranges, directions, tables: read }).flatMap(([list, entries]) =>
      Object.keys(entries)
        .filter((id) => !ids.includes(id))
        .map((id) => fault(["forms", i, list, id], `there is no subscale ${id}`, `one of ${ids.join(", ")}`)),
    ),
  );
  const read = forms.flatMap(({ tables: named = {} }, i) =>
    Object.entries(named).flatMap(([id, table]) =>
      known.includes(table) ? [] : [fault(["forms", i, "tables", id], `there is no table ${table}`, `one of ${known.join(", ")}`)],
    ),
  );
  const missing = defaultForm !== undefined && !forms.some(({ id }) => id === defaultForm);
  return [
    ...keys,
    ...read,
    ...repeated("form", "forms", forms),
    ...(missing
      ? [fault(["defaultForm"], `there is no form ${defaultForm}`, `one of ${forms.map(({ id }) => id).join(", ") || "no form"}`)]
      : []),
  ];
}

/** What is unconfirmed bears on something there is: a mark that names nothing would guard nothing. */
function faultsOfMarks({ unconfirmed = [], subscales, forms = [], tables = [] }: Instrument): Fault[] {
  const marks = unconfirmed.flatMap(({ bears }, i) => {
    const at = ["unconfirmed", i, "bears"];
    if (bears.on === "subscales" || bears.on === "missing-rule")
      return bears.subscales.flatMap((id, j) =>
        subscales.some((each) => each.id === id)
          ? []
          : [fault([...at, "subscales", j], `there is no subscale ${id}`, "the id of a subscale")],
      );
    if (bears.on === "forms")
      return bears.forms.flatMap((id, j) =>
        forms.some((each) => each.id === id) ? [] : [fault([...at, "forms", j], `there is no form ${id}`, "the id of a form")],
      );
    if (bears.on !== "table-row") return [];
    const rows = tables.find(({ id }) => id === bears.table)?.rows ?? [];
    return rows.some(([raw]) => raw === bears.raw)
      ? []
      : [fault([...at, "raw"], `table ${bears.table} has no row ${bears.raw}`, "a row of a table")];
  });
  return [...marks, ...repeated("mark", "unconfirmed", unconfirmed)];
}

function faultsOfLoinc({ loinc = [], items, subscales }: Instrument): Fault[] {
  const codes = items.flatMap((group) => group.codes);
  return loinc.flatMap(({ names }, i) => {
    if (names === "panel") return [];
    if ("item" in names)
      return codes.includes(names.item) ? [] : [fault(["loinc", i, "names"], `there is no item ${names.item}`, "the code of an item")];
    const known = subscales.some(({ id }) => id === names.subscale);
    return known ? [] : [fault(["loinc", i, "names"], `there is no subscale ${names.subscale}`, "the id of a subscale")];
  });
}
