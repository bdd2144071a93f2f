import type { ServerResponse } from 'node:http';
import { sendText } from './http-handler.js';
import { PLAIN_PAGE_POLICY } from './plain-page.js';

/** Sends a page of forms that may load and run nothing. */
export function sendPlainPage(response: ServerResponse, status: number, page: string): void {
  sendText(response, status, page, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': PLAIN_PAGE_POLICY,
    // Where nothing is told of the page a form comes from, browsers do not say either that it is from here.
    'Referrer-Policy': 'same-origin',
  });
}
