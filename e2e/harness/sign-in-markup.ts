// Fields of a sign-in as plainly worded as can be, for pages that try something else.
export const EMAIL_FIELD = '<label>Email <input id="email" type="email" autocomplete="username"></label>';
export const KEY_FIELD = '<label>API key <input id="key" type="password" autocomplete="current-password"></label>';
export const CODE_FIELD =
  '<label>6-digit code <input id="code" inputmode="numeric" autocomplete="one-time-code"></label>';

/** Keeps the page from leaving when its form is sent, and remembers that it was. */
export const KEEP_SUBMIT = `addEventListener('submit', event => { event.preventDefault(); globalThis.isSubmitted = true });`;

/** A page with one form, of the given fields and a button, and a script. `$` finds an element by its id. */
export function writeSignIn(fields: string, script = KEEP_SUBMIT, attributes = ''): string {
  return `<!doctype html><title>Sign in</title><form id="form" ${attributes}>${fields}<button id="go">Sign in</button></form>
    <script>const $ = id => document.getElementById(id); ${script}</script>`;
}
