/** Markup that is known to be escaped. */
export interface Html {
  readonly markup: string;
}

type Value = string | number | Html | readonly Html[] | undefined;

/** Template tag for markup: every value is escaped unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return { markup: strings.reduce((text, part, index) => text + writeValue(values[index - 1]) + part) };
}

function writeValue(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'object') return 'markup' in value ? value.markup : value.map(part => part.markup).join('');
  return String(value).replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

/** What surrounds the content of every page. */
export interface Page {
  readonly title: string;
  readonly content: Html;
  /** Names of scripts under `/assets/`, loaded as modules. */
  readonly scripts?: readonly string[];
  readonly signedInAs?: string | undefined;
}

/** Writes a whole document. */
export function writePage({ title, content, scripts = [], signedInAs }: Page): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - Paramant (local copy)</title>
<link rel="stylesheet" href="/assets/site.css">
<link rel="icon" href="data:,">
${scripts.map(name => html`<script type="module" src="/assets/${name}"></script>`)}
</head>
<body>
<header><strong>Paramant (local copy)</strong>${signedInAs === undefined ? undefined : writeMenu(signedInAs)}</header>
<main>
${content}
</main>
</body>
</html>
`;
}

function writeMenu(email: string): Html {
  return html`<nav aria-label="Account">
<a href="/dashboard">Dashboard</a> <a href="/dashboard/keys">API keys</a> <a href="/account">Account</a>
<span>${email}</span> <a href="/auth/logout">Sign out</a>
</nav>`;
}
