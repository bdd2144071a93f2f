import type { AccessUseCases } from '../../application/access/index.js';
import { formPage, inWords } from './form-page.js';
import type { HttpHandler } from './http-handler.js';
import { passwordPage, type PasswordPage } from './password-page.js';

/** What changing a password needs; it is for whoever asks now. */
export type PasswordChangeParts = Pick<AccessUseCases, 'me' | 'changePassword'>;

const DIFFER = 'The new password and its repetition differ. Nothing was changed.';

type Shown = Omit<PasswordPage, 'email' | 'isFirst'>;

/** Serves the page where one changes one's own password: GET and POST /sign-in/password, for those who were let in. */
export function passwordChange({ me, changePassword }: PasswordChangeParts): HttpHandler {
  return formPage<Shown>({
    path: '/sign-in/password',
    use: 'Change your password with GET and POST.',
    fresh: { wrong: [], done: false },
    async page(shown) {
      const { member } = await me();
      const email = member.door === 'SESSION' ? (member.account?.email ?? null) : null;
      return passwordPage({ ...shown, email, isFirst: member.mustChangePassword });
    },
    async take(form) {
      const [present = '', next = '', again = ''] = ['present', 'next', 'again'].map(
        (name) => form.get(name) ?? '',
      );
      if (next !== again) return { wrong: [DIFFER], done: false };
      const problems = await changePassword({ present, next });
      return { wrong: inWords(problems), done: problems.length === 0 };
    },
  });
}
