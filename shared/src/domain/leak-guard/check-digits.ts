/** Letters a UPN may hold, each worth its place from 0; I, O and S are left out because they look like digits. */
const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/**
 * Whether ten digits are an NHS number: the tenth is the check digit of the nine before it, weighted
 * 10 to 2, modulo 11. Ten equal digits keep the rule but are never issued.
 *
 * @param digits exactly ten digits, without spaces; anything else is none
 * @see https://www.datadictionary.nhs.uk/attributes/nhs_number.html
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  let sum = 0;
  for (let place = 0; place < 9; place += 1) sum += Number(digits[place]) * (10 - place);
  // A remainder of 1 would need the check digit 10, so no such number is issued.
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

/**
 * Whether a text is a unique pupil number: a check letter, eleven digits, and a digit or, for a
 * temporary number, a letter. The check letter stands for the sum of the other characters, each
 * times its place from 2 to 13, modulo 23.
 *
 * @param text thirteen characters in capitals, without spaces; anything else is none
 * @see https://www.gov.uk/government/publications/unique-pupil-numbers
 */
export function isUpn(text: string): boolean {
  if (!/^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/.test(text)) return false;
  let sum = 0;
  for (let place = 1; place < 13; place += 1) {
    const character = text.charAt(place);
    const worth = /\d/.test(character) ? Number(character) : UPN_LETTERS.indexOf(character);
    sum += worth * (place + 1);
  }
  return UPN_LETTERS.charAt(sum % 23) === text.charAt(0);
}
