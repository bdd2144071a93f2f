import type { Member } from '../../application/access/index.js';

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
}

/** No script, nothing from elsewhere, and the forms go nowhere else. */
export const SIGN_IN_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const ROLES = { VIEWER: 'a viewer', PLANNER: 'a planner', OWNER: 'an owner' } as const;

/** The page where people sign in, and out. */
export function signInPage(page: SignInPage): string {
  const content = page.member ? signedIn(page.member) : form(page);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Headwater: sign in</title>
    <link rel="icon" href="data:," />
    <style>
      :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
      body { max-width: 24rem; margin: 12vh auto 0; padding: 0 1rem; }
      label { display: block; margin-top: 0.75rem; }
      input { display: block; box-sizing: border-box; width: 100%; padding: 0.5rem; font: inherit; }
      button, .button { display: inline-block; margin-top: 1rem; padding: 0.5rem 1rem; font: inherit; }
      .wrong { border-left: 0.25rem solid #b3261e; padding-left: 0.75rem; }
    </style>
  </head>
  <body>
    <main>
      <h1>Headwater</h1>
${content}
    </main>
  </body>
</html>
`;
}

function form({ to, wrong, provider }: SignInPage): string {
  const elsewhere = provider
    ? `      <p><a class="button" href="/sign-in/openid?to=${encodeURIComponent(to)}">Sign in with ${escaped(provider)}</a></p>\n`
    : '';
  return `${wrong === null ? '' : `      <p class="wrong" role="alert">${escaped(wrong)}</p>\n`}${elsewhere}      <form method="post" action="/sign-in">
        <input type="hidden" name="to" value="${escaped(to)}" />
        <label>E-mail address <input name="email" type="email" autocomplete="username" required autofocus /></label>
        <label>Password <input name="password" type="password" autocomplete="current-password" required /></label>
        <button>Sign in</button>
      </form>
      <p>No account yet, or the password lost? An owner of your workspace can help.</p>`;
}

function signedIn({ name, workspace, role }: Member): string {
  return `      <p>You are signed in as ${escaped(name)}, ${ROLES[role]} of "${escaped(workspace.name)}".</p>
      <p><a href="/graphql">To the query page</a></p>
      <form method="post" action="/sign-out"><button>Sign out</button></form>`;
}

function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
