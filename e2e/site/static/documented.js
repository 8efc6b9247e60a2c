import { showError, submitSignIn } from './sign-in.js';

const form = document.querySelector('#login-form');
const step = document.querySelector('#step');
const restart = document.querySelector('#restart-btn');

const given = { email: '', api_key: '' };
let current = 'email';

/** Swaps in another step. Its fields are new elements each time: nothing of the earlier step stays on the page. */
function show(name) {
  current = name;
  step.replaceChildren(document.querySelector(`#${name}-step`).content.cloneNode(true));
  restart.hidden = name === 'email';
  showError('');
  step.querySelector('input').focus();
}

function leave(name, value, next, complaint) {
  if (value === '') return showError(complaint);
  given[name] = value;
  show(next);
}

form.addEventListener('submit', event => {
  event.preventDefault();
  const field = step.querySelector('input');
  const value = field.value.trim();
  if (current === 'email') return leave('email', value.includes('@') ? value : '', 'key', 'Enter your email.');
  if (current === 'key') return leave('api_key', value, 'code', 'Enter your API key.');
  submitSignIn({
    form,
    button: step.querySelector('button[type=submit]'),
    code: field,
    fields: { ...given, totp: value },
    refused: 'Sign-in failed. Check your email, API key and code.',
  });
});

restart.addEventListener('click', () => show('email'));
