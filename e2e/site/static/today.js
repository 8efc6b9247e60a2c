import { post, showError, submitSignIn } from './sign-in.js';

const form = document.querySelector('#login-form');
const email = document.querySelector('#email');
const code = document.querySelector('#totp');
const showCode = document.querySelector('#show-code-btn');

showCode.addEventListener('click', () => {
  document.querySelector('#code-fields').hidden = false;
  showCode.hidden = true;
  code.focus();
});

for (const id of ['#passkey-login-btn', '#passkey-other-btn']) {
  document.querySelector(id).addEventListener('click', async () => {
    await post('/api/user/passkey/begin', {});
    showError('Passkeys do not work in this local copy.');
  });
}

form.addEventListener('submit', event => {
  event.preventDefault();
  submitSignIn({
    form,
    button: document.querySelector('#submit-btn'),
    code,
    fields: { email: email.value, totp: code.value },
    refused: 'Invalid email or code.',
  });
});
