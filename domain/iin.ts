/** The individual identification number: its check digit, and what its first seven digits say. */

// Order 521 of 29.06.2023: weights 1 to 11; where that leaves 10, these weights instead.
const secondWeights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/** Twelve digits of which the last is right; a number that leaves 10 twice is never issued. */
export function isIin(text: string): boolean {
  return /^[0-9]{12}$/.test(text) && Number(text[11]) === checkDigitOf(text.slice(0, 11));
}

/** The last digit of the number that begins with these eleven; undefined where no such number is issued. */
export function checkDigitOf(eleven: string): number | undefined {
  const digits = [...eleven].map(Number);
  const first = remainder(digits, (place) => place + 1);
  const check = first === 10 ? remainder(digits, (place) => secondWeights[place] ?? 0) : first;
  return check === 10 ? undefined : check;
}

function remainder(digits: readonly number[], weightAt: (place: number) => number): number {
  return digits.reduce((sum, digit, place) => sum + digit * weightAt(place), 0) % 11;
}

/** Whether the number begins with that date of birth (YYYY-MM-DD). */
export function isOfBirthDate(iin: string, bornOn: string): boolean {
  const [year = '', month, day] = bornOn.split('-');
  const century = Math.ceil(Number(iin[6]) / 2);
  const sameCentury = century === 0 || century === Number(year.slice(0, 2)) - 17;
  return sameCentury && iin.startsWith(`${year.slice(2)}${month}${day}`);
}

/** Odd is male, even female; some numbers of foreigners have 0 there and say neither. */
export function sexInIin(iin: string): 'male' | 'female' | undefined {
  const seventh = Number(iin[6]);
  if (seventh === 0) return undefined;
  return seventh % 2 === 1 ? 'male' : 'female';
}
