/** The number a person reads out on the telephone: random, opaque, with a check symbol. */
// Thirty-one, a prime: every symbol has a remainder of its own, so that one wrong symbol is always found.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXY';
const length = 12;

/**
 * Builds an id such as `7Q4M-2XHD-9F3T` from random bytes (at least 11): 54 random bits and a check symbol.
 * The letters I, L, O, U and Z do not occur.
 */
export function caseIdFrom(random: Uint8Array): string {
  const symbols = Array.from(random.slice(0, length - 1), (byte) => alphabet[byte % alphabet.length] ?? '0');
  if (symbols.length < length - 1) throw new Error('a case id needs eleven random bytes');
  return grouped([...symbols, checkSymbol(symbols)].join(''));
}

/** Reads an id as a person would say or type it; undefined when it cannot be one. */
export function findCaseId(spoken: string): string | undefined {
  const symbols = spoken.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const known = symbols.length === length && [...symbols].every((symbol) => alphabet.includes(symbol));
  if (!known || checkSymbol([...symbols.slice(0, -1)]) !== symbols.at(-1)) return undefined;
  return grouped(symbols);
}

function checkSymbol(symbols: string[]): string {
  const sum = symbols.reduce((total, symbol, place) => total + alphabet.indexOf(symbol) * (2 * place + 3), 0);
  return alphabet[sum % alphabet.length] ?? '0';
}

function grouped(symbols: string): string {
  return symbols.replaceAll(/(.{4})(?=.)/g, '$1-');
}
