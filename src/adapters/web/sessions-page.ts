import type { ShownSession } from '../../application/access/index.js';
import { escaped, plainPage, wrongLine } from './plain-page.js';

/** What the page says. */
export interface SessionsPage {
  /** Those in force, newest first; null where whoever asks has none of their own. */
  readonly sessions: readonly ShownSession[] | null;
  /** Why nothing was ended; empty before the first try. */
  readonly wrong: readonly string[];
  /** How many were ended just now; null before. */
  readonly ended: number | null;
}

/** The page where one sees where one is signed in, and ends it. */
export function sessionsPage({ sessions, wrong, ended }: SessionsPage): string {
  const told = wrong.map(wrongLine).join('');
  const done = ended === null ? '' : `      <p class="done" role="status">${endedWords(ended)}</p>\n`;
  return plainPage(
    'Headwater: your sessions',
    sessions === null ? NOBODY : `${told}${done}${form(sessions)}`,
  );
}

const NOBODY = `      <p>Only somebody who has signed in has sessions.</p>
      <p><a href="/sign-in">Sign in</a></p>`;

function endedWords(ended: number): string {
  if (ended === 0) return 'There was no other session to end.';
  return ended === 1 ? 'One session is ended.' : `${ended} sessions are ended.`;
}

function form(sessions: readonly ShownSession[]): string {
  return `      <p>Here you are signed in, the newest first. Times are UTC.</p>
      <form method="post" action="/sign-in/sessions">
${sessions.map(row).join('')}        <label>Present password, where you signed in longer ago than 10 minutes
          <input name="password" type="password" autocomplete="current-password" /></label>
        <button name="end" value="chosen">End those that are ticked</button>
        <button name="end" value="others">End all but this one</button>
      </form>
      <p><a href="/sign-in">Back</a></p>`;
}

function row({ key, browser, way, workspace, madeAt, usedAt, expiresAt, isThisOne }: ShownSession): string {
  const what = browser === '' ? 'A browser that does not say which' : escaped(browser);
  const by = way === 'PASSWORD' ? 'by password' : 'with the provider';
  return `        <label class="session"><input type="checkbox" name="session" value="${escaped(key)}" />
          <strong>${what}</strong>${isThisOne ? ' (this one)' : ''}<br />
          in “${escaped(workspace.name)}”, ${by}; since ${minute(madeAt)}, last used about ${minute(usedAt)}, ends ${minute(expiresAt)}</label>
`;
}

/** An ISO time to the minute. */
function minute(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}
