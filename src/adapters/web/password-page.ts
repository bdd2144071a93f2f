import { escaped, plainPage, wrongLine } from './plain-page.js';

/** What the page says. */
export interface PasswordPage {
  /** Whose password it is; null where whoever asks has none to change. */
  readonly email: string | null;
  /** Whether the present one was made by somebody else, and nothing can be done before it is changed. */
  readonly isFirst: boolean;
  /** Why nothing was changed; empty before the first try. */
  readonly wrong: readonly string[];
  readonly done: boolean;
}

/** The page where one changes one's own password. */
export function passwordPage({ email, isFirst, wrong, done }: PasswordPage): string {
  const content = done
    ? CHANGED
    : email === null
      ? NOBODY
      : `${wrong.map(wrongLine).join('')}${isFirst ? FIRST : ''}${form(email)}`;
  return plainPage('Headwater: your password', content);
}

const CHANGED = `      <p class="done" role="status">Your password is changed, and your other sessions have ended.</p>
      <p>API tokens that you made go on; revoke those that somebody else may know.</p>
      <p><a href="/graphql">To the query page</a></p>`;

const FIRST = `      <p>The password that you signed in with was made for you. Choose your own, and then you can go on.</p>
`;

const NOBODY = `      <p>Only somebody who has signed in has a password to change.</p>
      <p><a href="/sign-in">Sign in</a></p>`;

function form(email: string): string {
  return `      <form method="post" action="/sign-in/password">
        <label>E-mail address <input name="email" type="email" autocomplete="username" value="${escaped(email)}" readonly /></label>
        <label>Present password <input name="present" type="password" autocomplete="current-password" required autofocus /></label>
        <label>New password <input name="next" type="password" autocomplete="new-password" minlength="12" aria-describedby="rule" required /></label>
        <label>New password again <input name="again" type="password" autocomplete="new-password" required /></label>
        <p id="rule">12 characters at least, of any kind. Several words are good, and spaces are fine.</p>
        <button>Change the password</button>
      </form>
      <p>Your other sessions end. <a href="/sign-in">Back</a></p>`;
}
