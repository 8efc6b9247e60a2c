// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { RotationView } from '../../lib/messages/key-views';
import { render } from '../testing/render';
import { sampleNewKey, sampleRotation, sampleRotationPort } from '../testing/sample-rotation';
import { CheckStep } from './CheckStep';

function show(over: Partial<RotationView>) {
  const shared = { accountId: 'account-1', newKey: sampleNewKey(), staged: [], port: sampleRotationPort() };
  const step = (next: Partial<RotationView>) => <CheckStep {...shared} rotation={sampleRotation(next)} signsIn />;
  const { rerender } = render(step(over));
  return { goOn: (next: Partial<RotationView>) => rerender(step(next)) };
}

describe('a check by signing in', () => {
  it('is no use where the page asked for no key at the last sign-in, and the relay comes first', () => {
    const { goOn } = show({ signInAsksForKey: false });
    expect(screen.getByText(/the page asked for no key/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Ask the relay' }).className).toBe('primary');
    goOn({ signInAsksForKey: false, isTrying: true });
    expect(screen.getByRole('status').textContent).toContain('the page asked for no key');
    expect(screen.queryByText(/this page goes on by itself/)).toBeNull();
  });

  it('comes first where the page asks for one, or nobody knows', () => {
    show({});
    expect(screen.getByRole('button', { name: 'Sign in with the new key' }).className).toBe('primary');
    expect(screen.queryByText(/the page asked for no key/)).toBeNull();
  });
});
