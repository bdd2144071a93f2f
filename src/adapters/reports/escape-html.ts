import { plainText } from './plain-text.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Text of users for HTML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return plainText(text).replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? character);
}

/** A sentence of the program for HTML: what it sets off with backticks is to be typed, and stands as code. */
export function sentenceHtml(sentence: string): string {
  return escapeHtml(sentence).replace(/&#96;((?:(?!&#96;).)+)&#96;/g, '<code>$1</code>');
}
