/**
 * Whether a text is a LOINC code with a valid Mod 10 check digit.
 *
 * A valid digit shows that the code was not mistyped; it does not show what the code means.
 *
 * @param code digits, a hyphen and the check digit: "72097-9"
 */
export function isLoinc(code: string): boolean {
  const [, body, check] = /^(\d{1,7})-(\d)$/.exec(code) ?? [];
  return body !== undefined && mod10(body) === Number(check);
}

/** Every second digit from the right doubled, all digits of the results added, and what is missing to the next ten. */
function mod10(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
