import { html } from '../html';

/** Shown in place of the form after a code made with SHA-1. The person is already signed in by then. */
export const sha1Notice = html`<section id="sha1-notice" hidden>
  <h2>You are signed in</h2>
  <p>Your authenticator app ignored SHA256 and made a SHA1 code. It was accepted. An app that follows SHA256 is safer.</p>
  <button id="sha1-continue" type="button" class="primary">Continue</button>
</section>`;
