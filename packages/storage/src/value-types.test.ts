import { expect, it } from "vitest";
import { eachEngine } from "./testing.ts";

eachEngine((engine) => {
  it("gives the same types for the same values", async () => {
    const db = await engine.emptyDb();
    const { rows } = await db.query(
      `select count(*) as count, 9007199254740993::bigint as big, 1.50::numeric as exact, 0.1::float8 as float, 7 as small,
              date '2026-03-29' as day, timestamptz '2026-03-29 01:30:00.123+00' as instant, timestamp '2026-03-29 01:30' as clock,
              interval '90 minutes' as span, true as yes, null::text as none, '{"a":[1,null]}'::json as j, '{"b":2}'::jsonb as jb,
              '6f1c2b1e-0000-4000-8000-000000000001'::uuid as id, array['a','b,"c']::text[] as words, array[1,2]::bigint[] as bigs
       from (values (1), (2)) as two (n)`,
    );
    expect(rows).toEqual([
      {
        count: "2",
        big: "9007199254740993",
        exact: "1.50",
        float: 0.1,
        small: 7,
        day: "2026-03-29",
        instant: new Date("2026-03-29T01:30:00.123Z"),
        clock: "2026-03-29 01:30:00",
        span: "01:30:00",
        yes: true,
        none: null,
        j: { a: [1, null] },
        jb: { b: 2 },
        id: "6f1c2b1e-0000-4000-8000-000000000001",
        words: ["a", 'b,"c'],
        bigs: ["1", "2"],
      },
    ]);
  });

  it("takes the same parameters for the same values", async () => {
    const db = await engine.emptyDb();
    const at = new Date("2026-11-21T12:00:00.001Z");
    const { rows } = await db.query<{ bytes: Uint8Array }>(
      `select $1::timestamptz as instant, $11::text as written, $2::json as j, $3::date as day, $4::bigint as big, $5::boolean as yes,
              $6::text as none, $7::text[] as words, $8::bytea as bytes, $9::integer as small, $10::float8 as float`,
      [at, JSON.stringify({ a: "ü" }), "2026-11-21", 9007199254740993n, false, null, ["x", 'y"'], new Uint8Array([0, 255]), 3, 1e-7, at],
    );
    const { bytes, ...rest } = rows[0]!;
    expect([...bytes]).toEqual([0, 255]);
    expect(rest).toEqual({
      instant: at,
      written: "2026-11-21T12:00:00.001Z",
      j: { a: "ü" },
      day: "2026-11-21",
      big: "9007199254740993",
      yes: false,
      none: null,
      words: ["x", 'y"'],
      small: 3,
      float: 1e-7,
    });
  });
});
