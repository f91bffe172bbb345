import type { Source } from "@calcar/catalog";
import { STILL_VALID_ON } from "./sources.ts";

type New = Omit<Source, "stillValidOn">;

/** Documents that only the second readings or the project itself bring in. */
const NEW: readonly New[] = [
  {
    id: "project-default",
    title: "A default of this project, shown as ours and configurable",
    kind: "project",
    note: "No document stands behind it. Wherever it decides something, the reader is told so.",
  },
  {
    id: "second-reading",
    title: "Second, blind reading of the studies and second check of the reference facts, 21 November 2026",
    year: 2026,
    kind: "project",
    note: "131 of 132 items that both readers found agreed; the corrections are taken into the files.",
  },
  {
    id: "review-2020-pmc7576732",
    title: "Review of cell therapy for osteonecrosis of the femoral head, 2020 (Table 1)",
    year: 2020,
    url: "https://pmc.ncbi.nlm.nih.gov/articles/PMC7576732/table/Tab1/",
    kind: "secondary",
    read: "Table 1 only",
    note: "Title not in the text read.",
  },
  {
    id: "review-2018-s13287-018-1018-7",
    title: "Review of cell therapy for osteonecrosis of the femoral head, 2018 (Table 1)",
    year: 2018,
    doi: "10.1186/s13287-018-1018-7",
    url: "https://stemcellres.biomedcentral.com/articles/10.1186/s13287-018-1018-7/tables/1",
    kind: "secondary",
    read: "Table 1 only",
    note: "Title not in the text read.",
  },
  {
    id: "emadedin-2015-abstract",
    title: "Emadedin 2015, autologous marrow cells in osteoarthritis of knee, ankle and hip (abstract)",
    journal: "Arch Iran Med 18(6):336-344",
    year: 2015,
    url: "https://journalaim.com/Article/835",
    kind: "abstract",
    read: "abstract",
  },
  {
    id: "dalloca-vendor",
    title: "Vendor summary of Dall'Oca 2019",
    url: "https://imageregenerative.com/en/science/mesenchymal-stem-cells-injection-in-hip-osteoarthritis-preliminary-results",
    kind: "vendor-summary",
    read: "page",
  },
  {
    id: "nct03818737-results",
    title: "Registry results of NCT03818737 (MILES), as shown by vellito.com",
    url: "https://vellito.com/trials/NCT03818737",
    kind: "registry",
    read: "result tables; the order of arms is inferred",
  },
  {
    id: "nct02890537",
    title: "NCT02890537, a registry entry that appears to be the trial of Hauzeur 2020",
    url: "https://crick.ai/trials/NCT02890537",
    kind: "registry",
    read: "page; identity with the trial not confirmed",
  },
  {
    id: "orthoworld-preob",
    title: "Trade press report on the end of the PREOB phase III study",
    url: "https://www.orthoworld.com/bone-therapeutics-to-end-phase-iii-preob-study/",
    kind: "news",
    read: "page",
  },
  {
    id: "sadeghirad-2024",
    title:
      "Mesenchymal stem cells for chronic knee pain secondary to osteoarthritis: a systematic review and meta-analysis of randomized trials",
    authors: "Sadeghirad B, et al.",
    year: 2024,
    doi: "10.1016/j.joca.2024.04.021",
    url: "https://discovery.researcher.life/article/mesenchymal-stem-cells-for-chronic-knee-pain-secondary-to-osteoarthritis-a-systematic-review-and-meta-analysis-of-randomized-trials/8f84159e76113fc692c407cc607f09d3",
    kind: "synthesis",
    read: "abstract, early version; the journal abstract agrees where it can be read",
  },
  {
    id: "wang-j-2023",
    title: "Pooled marrow concentrate with core decompression against core decompression alone, Wang J 2023",
    journal: "Front Cell Dev Biol",
    year: 2023,
    doi: "10.3389/fcell.2023.995816",
    url: "https://frontiersin.org/articles/10.3389/fcell.2023.995816/full",
    kind: "synthesis",
    read: "abstract",
    note: "Title not in the text read.",
  },
  {
    id: "aaos-2023-study-guide",
    title: "Third-party study guide to the AAOS 2023 hip osteoarthritis guideline",
    url: "https://fyxutfnqkutdvzjlapbw.supabase.co/storage/v1/object/public/guideline-artifacts/9781/study-guide.md",
    kind: "secondary",
    read: "pharmacological management: five items, none on cells or platelet-rich plasma",
  },
  {
    id: "niformulary-ng226",
    title: "Northern Ireland Formulary, osteoarthritis section citing NG226",
    url: "https://niformulary.hscni.net/formulary/10-0-musculoskeletal-and-joint-diseases/10-1-drugs-use-in-rheumatic-diseases-and-gout",
    kind: "secondary",
    read: "osteoarthritis section",
  },
  {
    id: "pacs-arco",
    title: "ARCO classification of osteonecrosis (reference page)",
    url: "https://pacs.de/term/arco-classification-of-osteonecrosis",
    kind: "secondary",
    read: "page; it still shows a stage 0",
  },
  {
    id: "elearnrad-ficat",
    title: "Ficat and Arlet staging of avascular necrosis of the hip (reference page)",
    url: "https://elearnrad.com/ficat-and-arlet-staging-of-hip-avascular-necrosis/",
    kind: "secondary",
    read: "stages and transition phase",
  },
  {
    id: "kerboul-original",
    title: "Kerboul classification (reference page)",
    url: "https://www.orthopaedicsone.com/orthopaedicsone-articles-osteonecrosis-of-the-femoral-head-kerboul-classification/",
    kind: "secondary",
    read: "page",
  },
  {
    id: "tonnis-table",
    title: "Table of the Tönnis grades in BMC Musculoskeletal Disorders 2021",
    year: 2021,
    url: "https://bmcmusculoskeletdisord.biomedcentral.com/articles/10.1186/s12891-021-04001-5/tables/3",
    kind: "secondary",
    read: "Table 3",
  },
];

/** Papers known only through others: their citation is all there is. */
const UNREAD: readonly New[] = [
  {
    id: "zhao-2012",
    title:
      "Treatment of early stage osteonecrosis of the femoral head with autologous implantation of bone marrow-derived and cultured mesenchymal stem cells",
    authors: "Zhao D, Cui D, Wang B, et al.",
    journal: "Bone 50:325-330",
    year: 2012,
    kind: "primary",
    read: "not read; the citation is recalled, arms and counts come from review tables",
  },
  {
    id: "tabatabaee-2015",
    title:
      "Combining concentrated autologous bone marrow stem cells injection with core decompression improves outcome for patients with early-stage osteonecrosis of the femoral head: a comparative study",
    authors: "Tabatabaee RM, Saberi S, Parvizi J, Mortazavi SMJ, Farzan M",
    journal: "J Arthroplasty",
    year: 2015,
    kind: "primary",
    read: "not read; the citation is recalled, arms and scores come from review tables",
  },
  {
    id: "pepke-2016",
    title:
      "Core decompression and autologous bone marrow concentrate for treatment of femoral head osteonecrosis: a randomized prospective study",
    authors: "Pepke W, Kasten P, Beckmann NA, Janicki P, Egermann M",
    journal: "Orthop Rev (Pavia) 8",
    year: 2016,
    kind: "primary",
    read: "not read; the citation is recalled, arm sizes come from a review table",
  },
  {
    id: "liu-2013",
    title: "Liu (2013), as listed in a table of a later review",
    year: 2013,
    kind: "primary",
    read: "not read; title unknown",
  },
];

export function addSources(sources: Map<string, Source>): void {
  for (const source of [...NEW, ...UNREAD]) {
    if (sources.has(source.id)) throw new Error(`source ${source.id} is there already`);
    sources.set(source.id, { ...source, stillValidOn: STILL_VALID_ON });
  }
}
