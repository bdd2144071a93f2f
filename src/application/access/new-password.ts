import type { Problem } from '../../domain/index.js';
import type { Passwords } from '../ports/index.js';
import { problem } from '../problems.js';
import { isCommonPassword } from './common-passwords.js';
import { DAY, momentFrom } from './access-parts.js';
import { LONGEST_PASSWORD } from './sign-in.js';

const SHORTEST = 12;
const FEWEST_CHARACTERS = 5;

/** Days that a password lets in which somebody else made. */
export const FIRST_PASSWORD_DAYS = 7;

/** When a first password ends that is made now, as ISO time. */
export function firstPasswordUntil(now: string): string {
  return momentFrom(now, FIRST_PASSWORD_DAYS * DAY);
}

/** What is wrong with a password that somebody chooses; null where nothing is, and it stands in no list of known ones. */
export async function newPasswordProblem(
  { isKnown }: Pick<Passwords, 'isKnown'>,
  password: string,
  account: { readonly email: string },
): Promise<Problem | null> {
  const wrong = passwordProblem(password, account);
  return wrong ?? ((await isKnown?.(password)) ? weak(KNOWN) : null);
}

const KNOWN = 'The password stands in a list of passwords that became known elsewhere: it is tried first.';

function weak(message: string): Problem {
  return problem(
    ...(['ERROR', 'WEAK_PASSWORD', message] as const),
    'Choose several words, or let a password manager make one.',
  );
}

/** What is wrong with a password by itself; null where nothing is. */
function passwordProblem(password: string, { email }: { readonly email: string }): Problem | null {
  const length = [...password].length;
  if (length < SHORTEST) return weak(`The password has ${length} characters; it needs ${SHORTEST} at least.`);
  if (password.length > LONGEST_PASSWORD)
    return weak(`The password has ${length} characters; ${LONGEST_PASSWORD} are the most.`);
  if (new Set(password).size < FEWEST_CHARACTERS)
    return weak(`The password repeats fewer than ${FEWEST_CHARACTERS} different characters.`);
  const name = email.split('@')[0] ?? email;
  const said = password.toLowerCase();
  if (said.includes('headwater') || said.includes('password') || (name.length >= 3 && said.includes(name)))
    return weak('The password holds a word that is tried first: the name, "password" or "headwater".');
  if (isCommonPassword(password))
    return weak(
      'The password is one of those that are tried first: one or two common words, names or rows of keys, also with a number or with signs for letters.',
    );
  return null;
}
