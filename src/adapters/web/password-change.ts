import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AccessUseCases } from '../../application/access/index.js';
import { pathOf, sendText, type HttpHandler } from './http-handler.js';
import { passwordPage, type PasswordPage } from './password-page.js';
import { readForm } from './read-form.js';
import { sendPlainPage } from './send-plain-page.js';

/** What changing a password needs; it is for whoever asks now. */
export type PasswordChangeParts = Pick<AccessUseCases, 'me' | 'changePassword'>;

const PATH = '/sign-in/password';
const DIFFER = 'The new password and its repetition differ. Nothing was changed.';

/** Serves the page where one changes one's own password: GET and POST /sign-in/password, for those who were let in. */
export function passwordChange(parts: PasswordChangeParts): HttpHandler {
  return (request, response, next) => {
    if (pathOf(request) !== PATH) return next();
    if (request.method === 'POST') return void takeForm(parts, request, response).catch(next);
    if (request.method === 'GET' || request.method === 'HEAD')
      return void showPage(parts, response, 200, { wrong: [], done: false }).catch(next);
    sendText(response, 405, 'Change your password with GET and POST.\n', { Allow: 'GET, HEAD, POST' });
  };
}

async function showPage(
  { me }: PasswordChangeParts,
  response: ServerResponse,
  status: number,
  shown: Omit<PasswordPage, 'email' | 'isFirst'>,
): Promise<void> {
  const { member } = await me();
  const email = member.door === 'SESSION' ? (member.account?.email ?? null) : null;
  sendPlainPage(response, status, passwordPage({ ...shown, email, isFirst: member.mustChangePassword }));
}

async function takeForm(
  parts: PasswordChangeParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const told = await readForm(request);
  if (told === null) return sendText(response, 400, `This takes the form of the page at ${PATH}.\n`);
  const [present, next, again] = ['present', 'next', 'again'].map((name) => told.get(name) ?? '');
  if (next !== again) return showPage(parts, response, 400, { wrong: [DIFFER], done: false });
  const problems = await parts.changePassword({ present: present ?? '', next: next ?? '' });
  const wrong = problems.map(({ message, suggestion }) => [message, suggestion ?? ''].join(' ').trim());
  await showPage(parts, response, wrong.length === 0 ? 200 : 400, { wrong, done: wrong.length === 0 });
}
