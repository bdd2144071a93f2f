import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AccessUseCases } from '../../application/access/index.js';
import { pathOf, sendText, type HttpHandler } from './http-handler.js';
import { readForm } from './read-form.js';
import { sendPlainPage } from './send-plain-page.js';
import { sessionsPage, type SessionsPage } from './sessions-page.js';

/** What seeing and ending one's sessions needs; it is for whoever asks now. */
export type OwnSessionsParts = Pick<AccessUseCases, 'me' | 'sessions' | 'endSessions'>;

const PATH = '/sign-in/sessions';

/** Serves the page where one sees one's sessions and ends them: GET and POST /sign-in/sessions, for those who were let in. */
export function ownSessions(parts: OwnSessionsParts): HttpHandler {
  return (request, response, next) => {
    if (pathOf(request) !== PATH) return next();
    if (request.method === 'POST') return void takeForm(parts, request, response).catch(next);
    if (request.method === 'GET' || request.method === 'HEAD')
      return void showPage(parts, response, 200, { wrong: [], ended: null }).catch(next);
    sendText(response, 405, 'See your sessions with GET, end them with POST.\n', {
      Allow: 'GET, HEAD, POST',
    });
  };
}

async function showPage(
  { me, sessions }: OwnSessionsParts,
  response: ServerResponse,
  status: number,
  shown: Omit<SessionsPage, 'sessions'>,
): Promise<void> {
  const { member } = await me();
  const own = member.door === 'SESSION' ? await sessions() : null;
  sendPlainPage(response, status, sessionsPage({ ...shown, sessions: own }));
}

async function takeForm(
  parts: OwnSessionsParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const told = await readForm(request);
  if (told === null) return sendText(response, 400, `This takes the form of the page at ${PATH}.\n`);
  const chosen = told.get('end') === 'others' ? null : told.getAll('session');
  if (chosen?.length === 0)
    return showPage(parts, response, 400, { wrong: ['Tick the sessions that are to end.'], ended: null });
  const { ended, problems } = await parts.endSessions({ sessions: chosen, password: told.get('password') });
  const wrong = problems.map(({ message, suggestion }) => [message, suggestion ?? ''].join(' ').trim());
  await showPage(parts, response, wrong.length === 0 ? 200 : 400, {
    wrong,
    ended: wrong.length === 0 ? ended : null,
  });
}
