import { html } from '../html';
import { spreadOverPages } from '../layouts/documented-pages';

/** Three steps on pages of their own, in German, with plain text fields. */
export const pagesInGerman = spreadOverPages({
  email: html`<label for="adresse">E-Mail</label>
<input id="adresse" name="email" type="text">
<button id="weiter">Weiter</button>`,
  key: html`<label for="schluessel">API-Schlüssel</label>
<input id="schluessel" name="api_key" type="text">
<button id="weiter">Weiter</button>`,
  code: html`<label for="einmalcode">Einmalcode</label>
<input id="einmalcode" name="totp" type="text">
<button id="weiter">Anmelden</button>`,
});
