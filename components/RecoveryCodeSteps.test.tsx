// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RecoveryCodeSteps } from './RecoveryCodeSteps';
import { render } from './testing/render';
import { atStep, CODE_GROUPS, press, rising, TODAY, type } from './testing/sample-ways-in';

afterEach(() => vi.unstubAllGlobals());

function setUp() {
  const onConfirmed = vi.fn();
  const onCancel = vi.fn();
  const words = { title: 'A code', explanation: 'Keep it.', untilConfirmed: 'Nothing yet.', opens: 'Everything' };
  const fixed = { words, code: rising(16), today: TODAY, random: rising, onConfirmed, onCancel };
  const { container, unmount } = render(<RecoveryCodeSteps {...fixed} />);
  return { onConfirmed, onCancel, container, unmount };
}

describe('RecoveryCodeSteps', () => {
  it('shows the code in its groups, with the heading in focus', () => {
    const { container } = setUp();
    const shown = within(container).getAllByRole('listitem');
    expect(shown.map(item => item.textContent)).toEqual(CODE_GROUPS);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'A code' }));
  });

  it('prints a page that says what the code opens and when it was made', () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    const { unmount } = setUp();
    press('Print it');
    expect(print).toHaveBeenCalledTimes(1);
    const page = document.querySelector('body > .printed');
    for (const words of [...CODE_GROUPS, 'Everything', TODAY]) expect(page?.textContent).toContain(words);
    unmount();
    expect(document.querySelector('.printed')).toBeNull();
  });

  it('is confirmed by the two groups it asks for, as a person types them', async () => {
    const { onConfirmed } = setUp();
    press('I have it on paper');
    await atStep('Type two groups back');
    expect(document.body.textContent).not.toContain('MPKA');
    type('Group 1', ' m2gt');
    type('Group 6', 'sbde');
    press('Check');
    await vi.waitFor(() => expect(onConfirmed).toHaveBeenCalledTimes(1));
  });

  it('names the group that is wrong and keeps what was typed, even while the code is looked at again', async () => {
    const { onConfirmed } = setUp();
    press('I have it on paper');
    await atStep('Type two groups back');
    type('Group 1', 'M2GT');
    type('Group 6', 'SBDF');
    press('Check');
    expect((await screen.findByRole('alert')).textContent).toContain('This is not group 6.');
    expect(document.activeElement).toBe(screen.getByLabelText('Group 6'));
    expect(onConfirmed).not.toHaveBeenCalled();
    press('Show the code again');
    await atStep('A code');
    press('I have it on paper');
    expect((await screen.findByLabelText<HTMLInputElement>('Group 1')).value).toBe('M2GT');
  });

  it('can be left at both steps', async () => {
    const { onCancel } = setUp();
    press('Cancel');
    press('I have it on paper');
    await atStep('Type two groups back');
    press('Cancel');
    expect(onCancel).toHaveBeenCalledTimes(2);
  });
});
