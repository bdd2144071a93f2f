/** No script, nothing from elsewhere, and the forms go nowhere else. */
export const PLAIN_PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** A small page of forms around content that is HTML already. */
export function plainPage(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escaped(title)}</title>
    <link rel="icon" href="data:," />
    <style>
      :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
      body { max-width: 24rem; margin: 12vh auto 0; padding: 0 1rem; }
      label { display: block; margin-top: 0.75rem; }
      input { display: block; box-sizing: border-box; width: 100%; padding: 0.5rem; font: inherit; }
      button, .button { display: inline-block; margin-top: 1rem; padding: 0.5rem 1rem; font: inherit; }
      .session { font-size: 0.9rem; }
      .session input { display: inline; width: auto; }
      .wrong { border-left: 0.25rem solid #b3261e; padding-left: 0.75rem; }
      .done { border-left: 0.25rem solid #146c2e; padding-left: 0.75rem; }
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

/** Text that stays text wherever it stands in HTML. */
export function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

/** What went wrong, as such pages tell it. */
export function wrongLine(message: string): string {
  return `      <p class="wrong" role="alert">${escaped(message)}</p>\n`;
}
