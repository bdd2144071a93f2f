import type { Problem } from '../../domain/index.js';
import { problem } from '../problems.js';
import { DAY, MINUTE, momentFrom, type AccessParts } from './access-parts.js';
import { FAILURE_WINDOW, LONGEST_PASSWORD } from './sign-in.js';

/** Wrong present passwords of one account within the window in which failures are counted. */
const MOST_WRONG = 10;

/**
 * Why a password that somebody tells is not the present one of the account; null where it is. After ten wrong ones it
 * waits: whoever found a session open cannot find the password out here.
 */
export async function presentPasswordProblem(
  { access, passwords, secrets, world }: AccessParts,
  accountId: string,
  present: string,
): Promise<Problem | null> {
  const subjects = [secrets.digest(`present password of ${accountId}`)];
  const since = momentFrom(world.now(), -FAILURE_WINDOW);
  const { known, wrong } = await access.read(async (store) => ({
    known: await store.accountById(accountId),
    wrong: await store.failedSignIns(subjects, since),
  }));
  if ((wrong[0] ?? 0) >= MOST_WRONG) return tooManyTries();
  const matches =
    present.length <= LONGEST_PASSWORD && (await passwords.matches(present, known?.password ?? null));
  return access.write(async (store) => {
    // Others tried while this one was looked at: nobody gets more tries by being many.
    if (((await store.failedSignIns(subjects, since))[0] ?? 0) >= MOST_WRONG) return tooManyTries();
    if (matches) return null;
    await store.addFailedSignIns(subjects, world.now(), momentFrom(world.now(), -DAY));
    return problem('ERROR', 'WRONG_PASSWORD', 'The present password is another one.');
  });
}

function tooManyTries(): Problem {
  const message = 'The present password was told wrong too often.';
  const minutes = FAILURE_WINDOW / MINUTE;
  return problem('ERROR', 'TOO_MANY_TRIES', message, `Try again in ${minutes} minutes.`);
}

/** Said to whoever asks for what only somebody with a session can have. */
export function notSignedIn(): Problem {
  const message =
    'Only somebody who has signed in can do that: not a token, and not a machine without accounts.';
  return problem('ERROR', 'NO_SESSION', message, 'Sign in with your password.');
}
