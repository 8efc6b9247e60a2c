// What the layouts of the gallery share that have a script: sending what they gathered.
import { describeStatus, post, showError } from './sign-in.js';

/** Posts `email`, `api_key` and `totp`; goes to the dashboard, or says in `#error` why not. */
export async function signIn(fields) {
  const { status } = await post('/api/user/login', fields);
  if (status === 200) location.assign('/dashboard');
  else showError(describeStatus(status, 'Sign-in failed. Check your email, API key and code.'));
}
