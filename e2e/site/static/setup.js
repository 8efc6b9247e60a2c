import { post, showError } from './sign-in.js';

const api = location.pathname.replace('/auth/setup/', '/api/auth/setup/');
const code = document.querySelector('#verify-code');

/** Draws the QR twice, as the usual library does: a hidden canvas and the image people see. */
async function drawQr({ uri, image }) {
  const holder = document.querySelector('#qr-code');
  const picture = new Image();
  picture.src = image;
  picture.alt = 'QR code of the authenticator link';
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth;
  canvas.height = picture.naturalHeight;
  canvas.getContext('2d').drawImage(picture, 0, 0);
  canvas.hidden = true;
  holder.title = uri;
  holder.replaceChildren(canvas, picture);
}

document.querySelector('#passkey-register-btn').addEventListener('click', () => {
  showError('Passkeys do not work in this local copy.');
});

document.querySelector('#start-btn').addEventListener('click', async () => {
  const response = await fetch(api);
  if (!response.ok) return showError('This link has been used.');
  const setup = await response.json();
  await drawQr(setup);
  document.querySelector('#secret-display').textContent = setup.secret;
  showError('');
  document.querySelector('#choice').hidden = true;
  document.querySelector('#enrol').hidden = false;
  code.focus();
});

document.querySelector('#verify-btn').addEventListener('click', async () => {
  const { status, content } = await post(api, { code: code.value });
  if (status !== 200) return showError('That code is not right. Wait for a new one and try again.');
  showError('');
  document.querySelector('#enrol').hidden = true;
  document.querySelector('#backup-codes').append(
    ...content.backupCodes.map(text => {
      const item = document.createElement('li');
      const element = document.createElement('code');
      element.className = 'backup-code';
      element.textContent = text;
      item.append(element);
      return item;
    }),
  );
  document.querySelector('#done').hidden = false;
});
