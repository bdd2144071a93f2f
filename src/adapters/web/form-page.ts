import type { Problem } from '../../domain/index.js';
import { pathOf, sendText, type HttpHandler } from './http-handler.js';
import { readForm } from './read-form.js';
import { sendPlainPage } from './send-plain-page.js';

/** A page with a form, for those who were let in. S: what it says, with why nothing was done. */
export interface FormPage<S extends { readonly wrong: readonly string[] }> {
  readonly path: string;
  /** What to do with GET and with POST, told to who comes otherwise. */
  readonly use: string;
  /** What it says before anything was sent. */
  readonly fresh: S;
  readonly page: (shown: S) => Promise<string>;
  /** What it says of a form that was sent. */
  readonly take: (form: URLSearchParams) => Promise<S>;
}

/** Serves the page with GET, and takes its form with POST: 400 where something is wrong with it. */
export function formPage<S extends { readonly wrong: readonly string[] }>(parts: FormPage<S>): HttpHandler {
  const { path, use, fresh, page, take } = parts;
  return (request, response, next) => {
    const answer = async (shown: S): Promise<void> =>
      sendPlainPage(response, shown.wrong.length === 0 ? 200 : 400, await page(shown));
    const takeForm = async (): Promise<void> => {
      const form = await readForm(request);
      if (form === null) return sendText(response, 400, `This takes the form of the page at ${path}.\n`);
      await answer(await take(form));
    };
    if (pathOf(request) !== path) return next();
    if (request.method === 'POST') return void takeForm().catch(next);
    if (request.method === 'GET' || request.method === 'HEAD') return void answer(fresh).catch(next);
    sendText(response, 405, `${use}\n`, { Allow: 'GET, HEAD, POST' });
  };
}

/** Problems as a page tells them. */
export function inWords(problems: readonly Problem[]): string[] {
  return problems.map(({ message, suggestion }) => [message, suggestion ?? ''].join(' ').trim());
}
