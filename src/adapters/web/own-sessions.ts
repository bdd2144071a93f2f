import type { AccessUseCases } from '../../application/access/index.js';
import { formPage, inWords } from './form-page.js';
import type { HttpHandler } from './http-handler.js';
import { sessionsPage, type SessionsPage } from './sessions-page.js';

/** What seeing and ending one's sessions needs; it is for whoever asks now. */
export type OwnSessionsParts = Pick<AccessUseCases, 'me' | 'sessions' | 'endSessions'>;

type Shown = Omit<SessionsPage, 'sessions'>;

/** Serves the page where one sees one's sessions and ends them: GET and POST /sign-in/sessions, for those who were let in. */
export function ownSessions({ me, sessions, endSessions }: OwnSessionsParts): HttpHandler {
  return formPage<Shown>({
    path: '/sign-in/sessions',
    use: 'See your sessions with GET, end them with POST.',
    fresh: { wrong: [], ended: null },
    async page(shown) {
      const { member } = await me();
      return sessionsPage({ ...shown, sessions: member.door === 'SESSION' ? await sessions() : null });
    },
    async take(form) {
      const chosen = form.get('end') === 'others' ? null : form.getAll('session');
      if (chosen?.length === 0) return { wrong: ['Tick the sessions that are to end.'], ended: null };
      const { ended, problems } = await endSessions({ sessions: chosen, password: form.get('password') });
      return { wrong: inWords(problems), ended: problems.length === 0 ? ended : null };
    },
  });
}
