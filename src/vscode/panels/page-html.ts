/** What the document of a page is made of. */
export interface PageParts {
  /** The name of its script. */
  readonly page: string;
  readonly title: string;
  /** Where its files come from, as a policy names it. */
  readonly source: string;
  /** Known to nobody before. */
  readonly nonce: string;
  /** The address of one of its files. */
  readonly file: (name: string) => string;
}

/**
 * The document of a page. Nothing is allowed but what is named: scripts with the nonce of this document, the stylesheet
 * of the extension with the inline styles that Mermaid measures and draws with, and pictures that the page has made
 * itself, which is how a drawing becomes a PNG. No address can be reached, not even one of a picture.
 */
export const pageHtml = ({ page, title, source, nonce, file }: PageParts): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(source, nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${file('milepost.css')}">
</head>
<body class="milepost ${page}">
<script type="module" nonce="${nonce}" src="${file(`${page}.js`)}"></script>
</body>
</html>`;

const contentSecurityPolicy = (source: string, nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source} 'unsafe-inline'`,
    'img-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
