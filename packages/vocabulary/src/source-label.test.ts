import { describe, expect, it } from "vitest";
import { type NamedSource, sourceLabel } from "./source-label.ts";

const source = (part: Partial<NamedSource>): NamedSource => ({ title: "A title", ...part });

describe("the name of a source", () => {
  it("is its first author and year", () => {
    expect(sourceLabel(source({ authors: "Hernigou P, Dubory A, et al.", year: 2018 }))).toBe("Hernigou 2018");
    expect(sourceLabel(source({ authors: "Lamo-Espinosa JM, Mora G", year: 2016 }))).toBe("Lamo-Espinosa 2016");
    expect(sourceLabel(source({ authors: "Dall'Oca C et al.", year: 2019 }))).toBe("Dall'Oca 2019");
  });

  it("keeps the whole name of an office, and the first of two people", () => {
    const label = (authors: string) => sourceLabel(source({ authors, year: 2021 }));
    expect(label("US Food and Drug Administration")).toBe("US Food and Drug Administration 2021");
    expect(label("Centers for Disease Control and Prevention")).toBe("Centers for Disease Control and Prevention 2021");
    expect(label("Turner and Knoepfler")).toBe("Turner 2021");
    expect(label("Copsey B and others")).toBe("Copsey 2021");
  });

  it("is its title where nobody is named, and says a year only once", () => {
    expect(sourceLabel(source({ title: "Seed text 004 (clinic page)" }))).toBe("Seed text 004 (clinic page)");
    expect(sourceLabel(source({ title: "NICE NG226 (2022)", year: 2022 }))).toBe("NICE NG226 (2022)");
  });

  it("cuts a long title between words", () => {
    const label = sourceLabel(
      source({ title: "Cell therapy versus simultaneous contralateral decompression in symptomatic osteonecrosis" }),
    );
    expect(label).toBe("Cell therapy versus simultaneous contralateral …");
  });
});
