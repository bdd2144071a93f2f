import type { Problem } from '../../domain/index.js';
import { problem } from '../problems.js';
import { LONGEST_PASSWORD } from './sign-in.js';

const SHORTEST = 12;
const FEWEST_CHARACTERS = 5;

/** What is wrong with a password that somebody chooses; null where nothing is. */
export function passwordProblem(password: string, { email }: { readonly email: string }): Problem | null {
  const weak = (message: string) =>
    problem('ERROR', 'WEAK_PASSWORD', message, 'Choose several words, or let a password manager make one.');
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
  return null;
}
