import { describeStatus, post, showError } from './sign-in.js';

const email = document.querySelector('#email');
const code = document.querySelector('#code');

document.querySelector('#backup-form').addEventListener('submit', async event => {
  event.preventDefault();
  const { status } = await post('/api/user/backup', { email: email.value, code: code.value });
  if (status === 200) return location.assign('/dashboard');
  showError(describeStatus(status, 'Invalid email or code.'));
});
