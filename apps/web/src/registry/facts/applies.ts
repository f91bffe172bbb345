const ONLY_FOR: Readonly<Record<string, RegExp>> = {
  osteoarthritis: /^stage\.(?:kellgren-lawrence|tonnis)$/,
  osteonecrosis: /^(?:stage\.(?:arco-\d{4}|ficat|steinberg|jic)|lesion\..+|plan\.core-decompression)$/,
};

/**
 * Whether a fact belongs to the diagnosis at hand, so that the form can leave the others aside.
 * @param diagnosis absent: not recorded yet, and no grading system is put forward
 */
export function applies(fact: string, diagnosis: string | undefined): boolean {
  const bound = Object.entries(ONLY_FOR).filter(([, facts]) => facts.test(fact));
  return bound.length === 0 || bound.some(([only]) => only === diagnosis);
}
