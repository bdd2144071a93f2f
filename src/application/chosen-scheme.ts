import { readScheme, SCHEMES, type LetterScheme } from '../domain/index.js';

/** The scheme that is meant: one that comes with the program, by its name, or one of one's own as JSON text, under the name of the field; else what is wrong, in a sentence. */
export function chosenScheme(
  named: string | null,
  own: string | null,
  field: string,
): { readonly scheme: LetterScheme } | { readonly complaint: string } {
  if ((named === null) === (own === null))
    return { complaint: `Name a scheme, or send ${field}, one of the two.` };
  if (own !== null) return ownScheme(own, field);
  const word = (named ?? '').toLowerCase();
  const known = Object.hasOwn(SCHEMES, word) ? SCHEMES[word] : undefined;
  if (known) return { scheme: known };
  const names = Object.keys(SCHEMES).join(', ');
  return { complaint: `There is no scheme "${named}"; there are ${names}, or one of your own as ${field}.` };
}

function ownScheme(text: string, field: string): ReturnType<typeof chosenScheme> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { complaint: `${field} is no JSON.` };
  }
  const read = readScheme(content);
  return 'scheme' in read ? read : { complaint: `${field}: ${read.complaints.join(' ')}` };
}
