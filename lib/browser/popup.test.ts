import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onPopupClosed } from './popup';

type Port = {
  readonly name: string;
  readonly sender: object;
  readonly onDisconnect: { addListener(hear: () => void): void };
};

let connect: (port: Port) => void;
const closed = vi.fn();

beforeEach(() => {
  vi.restoreAllMocks();
  closed.mockReset();
  vi.spyOn(fakeBrowser.runtime.onConnect, 'addListener').mockImplementation(((hear: typeof connect) => {
    connect = hear;
  }) as never);
  onPopupClosed(closed);
});

const POPUP = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/popup.html' as never) };

/** Opens a port and closes it again. */
function openAndClose(sender: object, name = 'popup') {
  const hearers: (() => void)[] = [];
  connect({ name, sender, onDisconnect: { addListener: hear => void hearers.push(hear) } });
  for (const hear of hearers) hear();
}

describe('a popup', () => {
  it('is heard of when it closes, and not before', () => {
    connect({ name: 'popup', sender: POPUP, onDisconnect: { addListener: () => {} } });
    expect(closed).not.toHaveBeenCalled();
    openAndClose(POPUP);
    expect(closed).toHaveBeenCalledExactlyOnceWith({ isWindow: false });
  });

  it('is told from the same page in a window of its own', () => {
    openAndClose({ ...POPUP, url: `${POPUP.url}#window`, tab: { id: 9 } });
    expect(closed).toHaveBeenCalledExactlyOnceWith({ isWindow: true });
  });

  it.each([
    ['the script on the login page', { ...POPUP, url: 'https://paramant.app/auth/login', tab: { id: 4 } }],
    ['another page of ours', { ...POPUP, url: fakeBrowser.runtime.getURL('/options.html' as never), tab: { id: 4 } }],
    ['a page that names the popup behind a question mark', { ...POPUP, url: `https://evil.example/?${POPUP.url}` }],
    ['another extension', { ...POPUP, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
    ['nobody known', {}],
  ])('is not %s', (_, sender) => {
    openAndClose(sender);
    expect(closed).not.toHaveBeenCalled();
  });

  it('is not whoever opens a port of another name', () => {
    openAndClose(POPUP, 'pop');
    expect(closed).not.toHaveBeenCalled();
  });
});
