import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Makes the fake browser speak the English locale file, as the real one does: an unknown name is an empty text. */
export async function speakEnglish(): Promise<void> {
  const messages = generateChromeMessages(await parseMessagesFile('locales/en.json'));
  fakeBrowser.i18n.getMessage = (name: string, substitutions: string | (string | number)[] = []) => {
    const words = [substitutions].flat();
    const text = messages[name]?.message ?? '';
    return text.replace(/\$(\d)/g, (_: string, digit: string) => String(words[Number(digit) - 1] ?? ''));
  };
}
