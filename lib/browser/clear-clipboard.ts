import { hexEncode, utf8Encode } from '../shared/bytes';

/** What was copied, as a salted digest: enough to recognise it, and no copy of it. */
export type CopiedText = { readonly salt: string; readonly digest: string };

/** The digest by which a copied text is recognised later. */
export async function digestOf(text: string, salt: string): Promise<string> {
  return hexEncode(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8Encode(`${salt}\n${text}`))));
}

/** A document without focus may use the clipboard through the old commands only. */
function readClipboard(): string {
  const field = document.createElement('textarea');
  document.body.append(field);
  field.focus();
  document.execCommand('paste');
  const text = field.value;
  field.value = '';
  field.remove();
  return text;
}

function emptyClipboard(): void {
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', '');
    event.preventDefault();
  };
  document.addEventListener('copy', onCopy, { once: true });
  // A copy of nothing at all is no copy: something has to be selected for the event to come.
  const field = document.createElement('textarea');
  field.value = ' ';
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
  document.removeEventListener('copy', onCopy);
}

/** Empties the clipboard where it still holds what was copied, and leaves anything else alone. Says whether it did. */
export async function clearIfStillThere({ salt, digest }: CopiedText): Promise<boolean> {
  if ((await digestOf(readClipboard(), salt)) !== digest) return false;
  emptyClipboard();
  return true;
}
