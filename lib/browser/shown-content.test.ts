import { describe, expect, it, vi } from 'vitest';
import { holdShown, untilNothingIsShown } from './shown-content';

/** A page that has been let show something, and the way to take it away again. */
async function show(): Promise<AbortController> {
  const showing = new AbortController();
  await new Promise<void>(resolve => void holdShown(resolve, showing.signal));
  return showing;
}

/** Whether a promise has been fulfilled by the time that everything at hand is done. */
async function isDone(promise: Promise<unknown>): Promise<boolean> {
  let done = false;
  void promise.then(() => {
    done = true;
  });
  await new Promise(resolve => setTimeout(resolve));
  return done;
}

describe('what pages show', () => {
  it('is waited for in all of them', async () => {
    const [one, other] = [await show(), await show()];
    const gone = untilNothingIsShown();
    expect(await isDone(gone)).toBe(false);
    one.abort();
    expect(await isDone(gone)).toBe(false);
    other.abort();
    expect(await isDone(gone)).toBe(true);
  });

  it('is not waited for where there is nothing', async () => {
    expect(await isDone(untilNothingIsShown())).toBe(true);
  });

  it('is given up on in a page that never lets go', async () => {
    const shown = await show();
    await untilNothingIsShown(1);
    shown.abort();
  });

  it('does not come up while a lock waits for the others', async () => {
    const shown = await show();
    const gone = untilNothingIsShown();
    const onHeld = vi.fn();
    const next = new AbortController();
    void holdShown(onHeld, next.signal);
    expect(await isDone(gone)).toBe(false);
    expect(onHeld).not.toHaveBeenCalled();
    shown.abort();
    expect(await isDone(gone)).toBe(true);
    expect(onHeld).toHaveBeenCalledOnce();
    next.abort();
  });

  it('does not come up in a page that no longer wants it', async () => {
    const shown = await show();
    const gone = untilNothingIsShown();
    const wanting = new AbortController();
    const onHeld = vi.fn();
    const held = holdShown(onHeld, wanting.signal);
    wanting.abort();
    await held;
    shown.abort();
    await gone;
    expect(onHeld).not.toHaveBeenCalled();
  });

  it('leaves nothing behind in the engine', async () => {
    const shown = await show();
    expect(/key/u.test('an API key')).toBe(true);
    shown.abort();
    await untilNothingIsShown();
    expect(RegExp.input).toBe('');
  });
});
