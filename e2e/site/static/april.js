import { submitSignIn } from './sign-in.js';

const form = document.querySelector('#login-form');
const code = document.querySelector('#totp');

form.addEventListener('submit', event => {
  event.preventDefault();
  submitSignIn({
    form,
    button: document.querySelector('#submit-btn'),
    code,
    fields: { email: document.querySelector('#email').value, totp: code.value },
    refused: 'Invalid email or code.',
  });
});
