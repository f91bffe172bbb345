/** The marks that a LaTeX accent puts on the letter after it, as combining characters. */
export const LATEX_MARKS: ReadonlyMap<string, string> = new Map([
  ["\\`", "\u0300"],
  ["\\'", "\u0301"],
  ["\\^", "\u0302"],
  ["\\~", "\u0303"],
  ["\\=", "\u0304"],
  ["\\u", "\u0306"],
  ["\\.", "\u0307"],
  ['\\"', "\u0308"],
  ["\\r", "\u030a"],
  ["\\H", "\u030b"],
  ["\\v", "\u030c"],
  ["\\c", "\u0327"],
  ["\\k", "\u0328"],
  ["\\d", "\u0323"],
  ["\\b", "\u0331"],
]);

const GREEK =
  "alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω";
const LETTERS = "ss ß ae æ AE Æ oe œ OE Œ aa å AA Å o ø O Ø l ł L Ł i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ";
const SIGNS =
  "textendash – textemdash — textregistered ® textcopyright © texttrademark ™ textdegree ° textmu μ micro μ pm ± textpm ± times × texttimes × cdot · leq ≤ le ≤ geq ≥ ge ≥ approx ≈ sim ∼ infty ∞ circ ° textquoteright ’ textquoteleft ‘ textquotedblleft “ textquotedblright ” ldots … dots … TeX TeX LaTeX LaTeX textbackslash \\ textasciitilde ~ textasciicircum ^ textunderscore _ textgreater > textless < S § P ¶ pounds £ texteuro €";

const pairs = (list: string): (readonly [string, string])[] => {
  const words = list.split(" ");
  return words.flatMap((name, at) => (at % 2 === 0 ? [[name, words[at + 1]!] as const] : []));
};

/** What a LaTeX command stands for when it takes no argument. */
export const LATEX_LETTERS: ReadonlyMap<string, string> = new Map([
  ...[GREEK, LETTERS, SIGNS].flatMap(pairs),
  ...["&", "%", "$", "#", "_", "{", "}", "-"].map((sign) => [sign, sign === "-" ? "" : sign] as const),
  ["\\", " "],
]);

/** Ligatures of the input. */
export const LATEX_WORDS: ReadonlyMap<string, string> = new Map([
  ["--", "–"],
  ["---", "—"],
  ["``", "“"],
  ["''", "”"],
]);
