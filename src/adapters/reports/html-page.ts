import { escapeHtml as text } from './escape-html.js';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** One self-contained page without script that loads nothing; classes are those of its body. */
export function htmlPage(
  title: string,
  style: string,
  content: readonly string[],
  classes: readonly string[] = [],
): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${text(title)}</title>`,
    `<style>${style}\n</style>`,
    '</head>',
    classes.length === 0 ? '<body>' : `<body class="${classes.join(' ')}">`,
    ...content,
    '</body>',
    '</html>\n',
  ].join('\n');
}
