interface Body {
  readonly id: string; // without the year
  readonly organisation: string;
  readonly shortName: string;
  readonly kind: string;
}

const body = (id: string, organisation: string, shortName: string, kind = "clinical"): Body => ({ id, organisation, shortName, kind });

const ACR = body("acr-af", "American College of Rheumatology / Arthritis Foundation", "ACR/AF");
const OARSI = body("oarsi", "Osteoarthritis Research Society International", "OARSI");
const NICE = body("nice", "National Institute for Health and Care Excellence", "NICE");
const AAOS = body("aaos", "American Academy of Orthopaedic Surgeons", "AAOS");
const EULAR = body("eular", "EULAR", "EULAR");
const ACR_AAHKS = body("acr-aahks", "American College of Rheumatology / American Association of Hip and Knee Surgeons", "ACR/AAHKS");

/** Each body under the names that the two files give it. */
export const BODIES: Readonly<Record<string, Body>> = {
  "ACR/AF": ACR,
  "American College of Rheumatology / Arthritis Foundation": ACR,
  OARSI,
  "Osteoarthritis Research Society International": OARSI,
  NICE,
  "National Institute for Health and Care Excellence": NICE,
  AAOS,
  "American Academy of Orthopaedic Surgeons": AAOS,
  EULAR,
  "ACR/AAHKS": ACR_AAHKS,
  "ACR and American Association of Hip and Knee Surgeons": ACR_AAHKS,
  "Royal Australian College of General Practitioners": body("racgp", "Royal Australian College of General Practitioners", "RACGP"),
  "US Food and Drug Administration": body("fda", "US Food and Drug Administration", "FDA", "regulatory"),
  "International Society for Stem Cell Research": body(
    "isscr",
    "International Society for Stem Cell Research",
    "ISSCR",
    "society-statement",
  ),
  "COFEPRIS (Mexico)": body("cofepris", "COFEPRIS (Mexico)", "COFEPRIS", "regulatory"),
  "DGOOC S3": body("dgooc-s3", "German Society for Orthopaedics and Orthopaedic Surgery, S3 guideline", "DGOOC S3"),
  "JBJS current concepts": body(
    "jbjs-current-concepts",
    "Journal of Bone and Joint Surgery, current concepts review",
    "JBJS review",
    "expert-review",
  ),
  "JOA/JIC": body("joa-jic", "Japanese Orthopaedic Association / Japanese Investigation Committee", "JOA/JIC"),
  "NIH-funded trial text": body("nih-trial", "Text of an NIH-funded trial (BATON)", "BATON trial text", "trial-statement"),
  Aetna: body("aetna", "Aetna", "Aetna", "payer-policy"),
};

/** Titles of the documents whose position came without one. */
export const TITLES: Readonly<Record<string, string>> = {
  "dgooc-s3-2015": "S3 guideline on atraumatic femoral head necrosis in adults (2015)",
  "dgooc-s3-2018": "Update of the S3 guideline on atraumatic femoral head necrosis (2018)",
  "jbjs-current-concepts-2020": "Nontraumatic osteonecrosis of the femoral head: current concepts (2020)",
  "joa-jic-2019": "2019 guidelines for osteonecrosis of the femoral head",
  "nih-trial-2025": "Registry text of the BATON trial, NCT06123481",
  aetna: "Clinical Policy Bulletin 0753: core decompression for avascular necrosis",
};

/** The same position in both files: the id of the second file, and the id that stands. */
export const SAME_POSITION: Readonly<Record<string, string>> = {
  "acr19-hip-stem": "acr19-cells",
  "acr19-hip-prp": "acr19-prp",
  "acr19-hip-ha": "acr19-ha",
  "acr19-hip-gc": "acr19-ics",
  "acr19-hip-nsaid": "acr19-nsaid",
  "acr19-hip-apap": "acr19-apap",
  "acr19-hip-exercise": "acr19-exercise",
  "acr19-hip-weight": "acr19-weight",
  "acr19-hip-topical": "acr19-topnsaid",
  "oarsi19-stem": "oarsi19-cells",
  "nice22-dx": "nice22-dx",
  "nice22-core": "nice22-core",
  "nice22-topical": "nice22-topnsaid",
  "nice22-oral": "nice22-nsaid",
  "nice22-para": "nice22-apap",
  "nice22-strongop": "nice22-opioid",
  "nice22-csi": "nice22-ics",
  "nice22-thr": "nice22-tha",
  "aaos23-csi": "aaos23-ics",
  "aaos23-ha": "aaos23-ha",
  "aaos23-nsaid": "aaos23-nsaid",
  "aaos23-pt": "aaos23-pt",
  "eular05-thr": "eular05-total-86.86",
  "eular23-core": "eular23-core",
  "tja23-nodelay": "acraahks23-delay",
  "tja23-bmi": "acraahks23-bmi",
  "tja23-diabetes": "acraahks23-dm",
  "tja23-nicotine": "acraahks23-nic",
};
