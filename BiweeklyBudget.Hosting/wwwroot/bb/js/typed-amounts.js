// Amounts as people type them. The rules are those of BiweeklyBudget.Core/Money/AmountReader.cs, and eng/testdata/fixtures/amounts.json is the test of both.
// Nothing here knows of a page.
import { local, messageOf, shortest } from './amount-words.js';
import { tenThousandths } from './amounts.js';

const largest = 999999999999999999n;
const isSpace = character => ' \u00a0\u202f\u2009\t'.includes(character);
const isApostrophe = character => character === '\'' || character === '\u2019';
const operators = { '+': '+', '-': '-', '\u2212': '-', '*': '*', '\u00d7': '*', '/': '/', '\u00f7': '/' };

class Refusal extends Error {}

/**
 * Reads and writes amounts in the notation that the server knows of the locale and the currency: read(text, decimals) is {plain}, a decimal text for the
 * HTTP interface, or {refusal, message}; write(plain) is the text for a field.
 */
export function amountReader(notation) {
  return {
    read(text, most = notation.decimals) {
      const typed = text.replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '').trim();
      try {
        return { plain: shortest(valueOf(typed, notation, most), notation.decimals) };
      } catch (refused) {
        if (!(refused instanceof Refusal)) {
          throw refused;
        }
        return { refusal: refused.message, message: messageOf(refused.message, typed, notation, most) };
      }
    },
    write: plain => local(shortest(tenThousandths(plain), notation.decimals), notation),
  };
}

function valueOf(typed, notation, most) {
  if (typed === '') {
    throw new Refusal('Blank');
  }
  const isMinusLast = notation.isMinusLast && /[-\u2212]$/.test(typed);
  const isNegative = isMinusLast || (typed.length > 1 && typed.startsWith('(') && typed.endsWith(')'));
  const tokens = typed.length > 200 ? null : tokensOf(isMinusLast ? typed.slice(0, -1) : isNegative ? typed.slice(1, -1) : typed, notation);
  if (tokens === null || (isNegative && tokens.some(token => !'0$'.includes(token.kind)))) {
    throw new Refusal('NotAnAmount');
  }
  const { above, below, isDivided } = sumOf(tokens, notation, most);
  if (above * 10n ** BigInt(most) % below !== 0n) {
    throw new Refusal(isDivided ? 'Uneven' : 'TooManyDecimals');
  }
  const value = above * 10000n / below;
  if (value > largest || value < -largest) {
    throw new Refusal('TooLarge');
  }
  return isNegative ? -value : value;
}

// Numbers as they were written (kind 0), symbols of the currency (kind $), operators; null for a character that is none of an amount's.
function tokensOf(text, notation) {
  const tokens = [];
  for (let i = 0; i < text.length;) {
    const symbol = notation.symbols.find(one => text.slice(i, i + one.length).toUpperCase() === one.toUpperCase());
    const end = endOfNumber(text, i, notation);
    if (isSpace(text[i])) {
      i++;
    } else if (symbol) {
      tokens.push({ kind: '$' });
      i += symbol.length;
    } else if (operators[text[i]]) {
      tokens.push({ kind: operators[text[i++]] });
    } else if (end > i) {
      tokens.push({ kind: '0', text: text.slice(i, end) });
      i = end;
    } else {
      return null;
    }
  }
  return tokens;
}

function endOfNumber(text, start, notation) {
  const isDigit = at => at >= 0 && at < text.length && digit(text[at], notation) !== null;
  let i = start;
  while (i < text.length && (isDigit(i) || '.,'.includes(text[i]) || text[i] === notation.decimalMark || (isGroupMark(text[i], notation) && isDigit(i - 1) && isDigit(i + 1)))) {
    i++;
  }
  return i;
}

function digit(character, { zero }) {
  const value = [character.charCodeAt(0) - 48, character.charCodeAt(0) - zero.charCodeAt(0)].find(one => one >= 0 && one <= 9);
  return value === undefined ? null : String(value);
}

const isGroupMark = (character, { groupMark }) => groupMark !== '' && (character === groupMark
  || (isSpace(groupMark) && isSpace(character)) || (isApostrophe(groupMark) && isApostrophe(character)));

// Products before sums, in exact fractions.
function sumOf(tokens, notation, most) {
  let isDivided = false;
  const signAt = tokens[0]?.kind === '$' && '+-'.includes(tokens[1]?.kind) ? 1 : 0;
  const sign = '+-'.includes(tokens[signAt]?.kind) ? tokens.splice(signAt, 1)[0].kind : '+';
  const [next, take] = [kinds => tokens.length > 0 && kinds.includes(tokens[0].kind), () => tokens.shift()];
  const takeSymbol = () => next('$') && take() !== undefined;

  function number() {
    const before = takeSymbol();
    const text = next('0') ? take().text : null;
    if (text === null || (takeSymbol() && before)) {
      throw new Refusal('NotAnAmount');
    }
    const read = readNumber(text, notation, most);
    if (!read) {
      throw new Refusal([...text].some(character => digit(character, notation)) ? 'Unclear' : 'NotAnAmount');
    }
    return read;
  }

  function product(first) {
    const { digits, decimals } = number();
    if (!next('*/') && decimals > most) {
      throw new Refusal('TooManyDecimals');
    }
    let [above, below] = [first === '-' ? -digits : digits, 10n ** BigInt(decimals)];
    while (next('*/')) {
      const isDivision = take().kind === '/';
      const factor = number();
      const [up, down] = [factor.digits, 10n ** BigInt(factor.decimals)];
      if (isDivision && up === 0n) {
        throw new Refusal('NotAnAmount');
      }
      isDivided ||= isDivision;
      [above, below] = isDivision ? [above * down, below * up] : [above * up, below * down];
    }
    return [above, below];
  }

  let [above, below] = product(sign);
  while (next('+-')) {
    const [up, down] = product(take().kind);
    [above, below] = [above * down + up * below, below * down];
  }
  if (tokens.length > 0) {
    throw new Refusal('NotAnAmount');
  }
  return { above, below, isDivided };
}

// Read twice: as the locale writes numbers, and as plain digits with a point. Nothing, or two different numbers, is null.
function readNumber(text, notation, most) {
  const [whole, decimals, ...more] = text.split(notation.decimalMark);
  const here = more.length === 0 ? numberOf(wholeOf(whole, notation), digitsOf(decimals ?? '', notation)) : null;
  const [units, fraction, ...others] = text.split('.');
  const plain = others.length === 0 ? numberOf(digitsOf(units, notation), digitsOf(fraction ?? '', notation)) : null;
  if (!here || !plain || (here.digits === plain.digits && here.decimals === plain.decimals)) {
    return here ?? plain;
  }
  return plain.decimals > most ? here : null;
}

const numberOf = (whole, decimals) => (whole === null || decimals === null || whole + decimals === '' ? null : { digits: BigInt(whole + decimals), decimals: decimals.length });

function digitsOf(text, notation) {
  const digits = [...text].map(character => digit(character, notation));
  return digits.includes(null) ? null : digits.join('');
}

// Groups must be whole: 1,234,567 or 12,34,567 and not 1,23 or 0,123.
function wholeOf(text, notation) {
  const groups = [...text].map(character => (isGroupMark(character, notation) ? ' ' : digit(character, notation) ?? 'x')).join('').split(' ');
  const fits = (last, others) => groups.at(-1).length === last && groups[0].length <= others && groups.slice(1, -1).every(group => group.length === others);
  if (groups.length > 1 && (groups[0] === '' || groups[0].startsWith('0') || !(fits(3, 3) || fits(notation.lastGroup, notation.otherGroups)))) {
    return null;
  }
  return groups.join('').includes('x') ? null : groups.join('');
}
