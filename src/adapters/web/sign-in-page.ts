import type { Member } from '../../application/access/index.js';
import { escaped, plainPage, wrongLine } from './plain-page.js';

/** What the page says. */
export interface SignInPage {
  /** Who has signed in already; null for nobody. */
  readonly member: Member | null;
  /** Where to go afterwards. */
  readonly to: string;
  /** What went wrong; null before the first try. */
  readonly wrong: string | null;
  /** How the button of the provider is called; null where there is none. */
  readonly provider: string | null;
  readonly passwordsLetIn: boolean;
}

const ROLES = { VIEWER: 'a viewer', PLANNER: 'a planner', OWNER: 'an owner' } as const;

/** The page where people sign in, and out. */
export function signInPage(page: SignInPage): string {
  const content = page.member ? signedIn(page.member) : form(page);
  return plainPage('Headwater: sign in', content);
}

function form({ to, wrong, provider, passwordsLetIn }: SignInPage): string {
  const elsewhere = provider
    ? `      <p><a class="button" href="/sign-in/openid?to=${encodeURIComponent(to)}">Sign in with ${escaped(provider)}</a></p>\n`
    : '';
  const before = `${wrong === null ? '' : wrongLine(wrong)}${elsewhere}`;
  if (!passwordsLetIn) return `${before}      <p>No account yet? An owner of your workspace can help.</p>`;
  return `${before}      <form method="post" action="/sign-in">
        <input type="hidden" name="to" value="${escaped(to)}" />
        <label>E-mail address <input name="email" type="email" autocomplete="username" required autofocus /></label>
        <label>Password <input name="password" type="password" autocomplete="current-password" required /></label>
        <button>Sign in</button>
      </form>
      <p>No account yet, or the password lost? An owner of your workspace can help.</p>`;
}

function signedIn({ name, workspace, role, door }: Member): string {
  const change =
    door === 'SESSION'
      ? '      <p><a href="/sign-in/password">Change your password</a>, or <a href="/sign-in/sessions">see where you are signed in</a></p>\n'
      : '';
  return `      <p>You are signed in as ${escaped(name)}, ${ROLES[role]} of "${escaped(workspace.name)}".</p>
      <p><a href="/graphql">To the query page</a></p>
${change}      <form method="post" action="/sign-out"><button>Sign out</button></form>`;
}
