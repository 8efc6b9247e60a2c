// What the sign-in pages share: posting, the words for each answer, and where to go afterwards.

const TEXTS = {
  403: 'Sign-in is not allowed for this account.',
  429: 'Too many attempts. Try again in 15 minutes.',
};

/** Posts JSON and returns the answer's status and content; status 0 stands for no answer at all. */
export async function post(path, fields) {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(fields),
    });
    return { status: response.status, content: await response.json() };
  } catch {
    return { status: 0, content: {} };
  }
}

/** The sentence for a refused sign-in. `refused` is the page's own sentence for a 401. */
export function describeStatus(status, refused) {
  if (status === 401) return refused;
  if (status === 0) return 'Network error. Check your connection and try again.';
  return TEXTS[status] ?? 'Something went wrong. Please try again.';
}

/** Shows or clears the error line. */
export function showError(text) {
  const line = document.querySelector('#error');
  line.textContent = text;
  line.classList.toggle('visible', text !== '');
}

/** Leaves the sign-in page after a success, by way of the notice when the code was made with SHA-1. */
export function finishSignIn(form, content) {
  const goOn = () => location.assign(form.dataset.next);
  if (!content.sha1) return goOn();
  form.hidden = true;
  document.querySelector('#sha1-notice').hidden = false;
  document.querySelector('#sha1-continue').addEventListener('click', goOn);
}

/** Posts the final step with the submit button disabled meanwhile. A 401 clears and focuses the code; nothing else does. */
export async function submitSignIn({ form, button, code, fields, refused }) {
  showError('');
  button.disabled = true;
  const { status, content } = await post('/api/user/login', fields);
  button.disabled = false;
  if (status === 200) return finishSignIn(form, content);
  showError(describeStatus(status, refused));
  if (status === 401) {
    code.value = '';
    code.focus();
  }
}
