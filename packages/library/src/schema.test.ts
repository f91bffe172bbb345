import { expect, it } from "vitest";
import { PageHeading } from "./schema.ts";

const address = (text: string) => PageHeading.safeParse({ title: "A clinic", address: text });

it("takes an address without the place in the page", () => {
  expect(address("https://Clinic.example/a?b=1#c").data?.address).toBe("https://clinic.example/a?b=1");
});

it.each(["clinic.example", "ftp://clinic.example/", "javascript:alert(1)", `https://c.example/${"x".repeat(2000)}`])(
  "refuses %.30s",
  (text) => expect(address(text).success).toBe(false),
);

it("wants a title", () => expect(PageHeading.safeParse({ title: "  " }).success).toBe(false));
