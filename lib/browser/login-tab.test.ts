import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beginInTab, clearEverywhere, findLoginTab, isInFront, lookAtTab, showsDocument } from './login-tab';

const LOGIN = 'https://paramant.app/auth/login';
const NOBODY = new Error('Could not establish connection. Receiving end does not exist.');

/** What the script of the login page answers; an error where none is there. */
function answerWith(...answers: readonly unknown[]) {
  const left = [...answers];
  const sendMessage = vi.fn(async (_tabId: number, _message: unknown, _where: unknown) => {
    const answer = left.length > 1 ? left.shift() : left[0];
    if (answer instanceof Error) throw answer;
    return answer;
  });
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(sendMessage as never);
  return sendMessage;
}

function injectWith(inject: () => Promise<unknown>) {
  const executeScript = vi.fn(inject);
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(executeScript as never);
  return executeScript;
}

function showTab(tab: object) {
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation((async () => ({ id: 7, windowId: 3, ...tab })) as never);
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async () => [{ id: 7, windowId: 3, ...tab }]) as never);
}

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

describe('a tab in front', () => {
  it.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
    [false, false, false],
  ])('active: %s, in the window that has the focus: %s – is it: %s', async (active, focused, expected) => {
    showTab({ active });
    vi.spyOn(fakeBrowser.windows, 'get').mockImplementation((async () => ({ focused })) as never);
    expect(await isInFront(7)).toBe(expected);
  });

  it('is none that is gone', async () => {
    vi.spyOn(fakeBrowser.tabs, 'get').mockRejectedValue(new Error('No tab with id: 7'));
    expect(await isInFront(7)).toBe(false);
  });
});

describe('the login page', () => {
  it('is known by its script in the top frame, whose document has a name', async () => {
    showTab({ active: true });
    const sendMessage = answerWith('token-1');
    expect(await findLoginTab()).toEqual({ tabId: 7, documentToken: 'token-1' });
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith(7, { latchkey: 'are-you-there' }, { frameId: 0 });
  });

  it.each(['https://evil.example/auth/login', 'http://paramant.app/auth/login', 'https://paramant.app/account'])(
    'is not %s, whoever answers there',
    async url => {
      showTab({ active: true, url });
      const sendMessage = answerWith('token-1');
      expect(await findLoginTab()).toBeNull();
      expect(sendMessage).not.toHaveBeenCalled();
    },
  );

  it('is none where no address may be seen and no script answers, or says that it is elsewhere by now', async () => {
    showTab({ active: true });
    for (const answer of [NOBODY, null, undefined, 1, { documentToken: 'x' }]) {
      answerWith(answer);
      expect(await findLoginTab()).toBeNull();
    }
  });

  it('still shows a document only where the script there gives the same name', async () => {
    answerWith('token-1');
    expect(await showsDocument({ tabId: 7, documentToken: 'token-1' })).toBe(true);
    expect(await showsDocument({ tabId: 7, documentToken: 'token-2' })).toBe(false);
    answerWith(null);
    expect(await showsDocument({ tabId: 7, documentToken: null })).toBe(false);
  });

  it('says nothing of where it is while it loads, and is closed once it is gone', async () => {
    const sendMessage = answerWith('token-1');
    showTab({ status: 'loading', url: LOGIN });
    expect(await lookAtTab(7)).toEqual({ state: 'loading' });
    showTab({ status: 'complete', url: LOGIN });
    expect(await lookAtTab(7)).toEqual({ state: 'complete', url: LOGIN, answers: false });
    expect(sendMessage).not.toHaveBeenCalled();
    showTab({ status: 'complete' });
    expect(await lookAtTab(7)).toEqual({ state: 'complete', url: null, answers: true });
    vi.spyOn(fakeBrowser.tabs, 'get').mockRejectedValue(new Error('No tab with id: 7'));
    expect(await lookAtTab(7)).toEqual({ state: 'closed' });
  });
});

describe('beginning a run', () => {
  const TAB = { tabId: 7, documentToken: 'token-1' };
  const UNKNOWN = { tabId: 7, documentToken: null };
  const BEGIN = { latchkey: 'begin', runId: 'run-1', documentToken: 'token-1' };

  it('is told to the top frame and to nobody else', async () => {
    const sendMessage = answerWith('token-1');
    const executeScript = injectWith(async () => []);
    expect(await beginInTab(TAB, 'run-1')).toBe(true);
    expect(sendMessage.mock.calls).toEqual([[7, BEGIN, { frameId: 0 }]]);
    expect(executeScript).not.toHaveBeenCalled();
  });

  it('puts the script into the top frame of a page that was open before, once, and tells it then', async () => {
    const sendMessage = answerWith(NOBODY, 'token-1');
    const executeScript = injectWith(async () => []);
    expect(await beginInTab(UNKNOWN, 'run-1')).toBe(true);
    expect(executeScript.mock.calls).toEqual([
      [{ target: { tabId: 7, frameIds: [0] }, files: ['/content-scripts/signin.js'] }],
    ]);
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  it('is refused where another document answers by now, and none is given a script in the place of the one that was meant', async () => {
    const executeScript = injectWith(async () => []);
    answerWith(null);
    expect(await beginInTab(TAB, 'run-1')).toBe(false);
    answerWith(NOBODY, 'token-2');
    expect(await beginInTab(TAB, 'run-1')).toBe(false);
    expect(executeScript).not.toHaveBeenCalled();
    // One that was put there, into a document that has left the login page meanwhile.
    answerWith(NOBODY, null);
    expect(await beginInTab(UNKNOWN, 'run-1')).toBe(false);
  });

  it('is refused where the script says that it is not on the login page, or the browser lets none in', async () => {
    const executeScript = injectWith(async () => Promise.reject(new Error('Cannot access contents of the page')));
    answerWith(null);
    expect(await beginInTab(UNKNOWN, 'run-1')).toBe(false);
    expect(executeScript).not.toHaveBeenCalled();
    answerWith(NOBODY);
    expect(await beginInTab(UNKNOWN, 'run-1')).toBe(false);
  });
});

it('what was written is to be taken out of every tab, whether or not somebody is there', async () => {
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async () => [{ id: 7 }, {}, { id: 8 }]) as never);
  const sendMessage = answerWith(NOBODY, null);
  await clearEverywhere();
  const clear = { latchkey: 'clear' };
  expect(sendMessage.mock.calls).toEqual([
    [7, clear, { frameId: 0 }],
    [8, clear, { frameId: 0 }],
  ]);
});
