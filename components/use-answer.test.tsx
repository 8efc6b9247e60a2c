// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useAnswer } from './use-answer';

/** Somebody who answers when a case says so. */
function worker() {
  const answers: ((answer: string | null) => void)[] = [];
  const ask = () => new Promise<string | null>(resolve => answers.push(resolve));
  const say = (question: number, answer: string | null) => act(async () => answers[question]?.(answer));
  return { answers, ask, say };
}

describe('what a page asks the worker', () => {
  it('is unknown until the answer, and asked once however often the page is drawn', async () => {
    const { answers, ask, say } = worker();
    const { result, rerender } = renderHook(() => useAnswer(() => ask()));
    rerender();
    expect(result.current[0]).toBeNull();
    await say(0, 'first');
    expect(result.current[0]).toBe('first');
    expect(answers).toHaveLength(1);
  });

  it('is asked anew as of another save, and a late answer to the earlier question is passed over', async () => {
    const { ask, say } = worker();
    const { result, rerender } = renderHook(({ revision }) => useAnswer(ask, revision), {
      initialProps: { revision: 1 },
    });
    rerender({ revision: 2 });
    await say(1, 'new');
    await say(0, 'old');
    expect(result.current[0]).toBe('new');
  });

  it('stays what it was where there is no answer', async () => {
    const { ask, say } = worker();
    const { result, rerender } = renderHook(({ revision }) => useAnswer(ask, revision), {
      initialProps: { revision: 1 },
    });
    await say(0, 'known');
    rerender({ revision: 2 });
    await say(1, null);
    expect(result.current[0]).toBe('known');
  });

  it('is asked again on request, by several at once in one question, and not while one is open', async () => {
    const { answers, ask, say } = worker();
    const { result } = renderHook(() => useAnswer(ask));
    act(() => result.current[1]());
    expect(answers).toHaveLength(1);
    await say(0, 'first');
    act(() => {
      result.current[1]();
      result.current[1]();
    });
    expect(answers).toHaveLength(2);
    await say(1, 'second');
    expect(result.current[0]).toBe('second');
  });

  it('goes nowhere once the page has gone', async () => {
    const { ask, say } = worker();
    const { result, unmount } = renderHook(() => useAnswer(ask));
    unmount();
    await say(0, 'late');
    expect(result.current[0]).toBeNull();
  });
});
