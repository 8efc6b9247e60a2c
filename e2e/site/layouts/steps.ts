import { html } from '../html';

// The three steps of the documentation, worded once for both layouts that follow it.

export const emailStep = html`<h2>Step 1 of 3: your email</h2>
<label for="email">Email</label>
<input id="email" name="email" type="email" autocomplete="username" required autofocus>
<button type="submit" class="primary">Continue</button>`;

export const keyStep = html`<h2>Step 2 of 3: your API key</h2>
<label for="api-key">API key</label>
<input id="api-key" name="api_key" type="password" autocomplete="current-password" spellcheck="false" required autofocus>
<p class="hint">The key acts as your password. It starts no session by itself.</p>
<button type="submit" class="primary">Continue</button>`;

export const codeStep = html`<h2>Step 3 of 3: your current code</h2>
<label for="totp">6-digit code</label>
<input id="totp" name="totp" type="text" inputmode="numeric" pattern="[0-9]{6}" maxlength="6" autocomplete="one-time-code" required autofocus>
<p class="hint">From your authenticator app, new every 30 seconds.</p>
<button type="submit" class="primary">Sign in</button>`;
