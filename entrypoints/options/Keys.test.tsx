// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { render } from '../../components/testing/render';
import { sampleAccount } from '../../components/testing/sample';
import { sampleInventoryKey } from '../../components/testing/sample-keys';
import { keysPort } from '../../lib/browser/keys-port';
import { ok } from '../../lib/shared/result';
import { Keys } from './Keys';

const ACCOUNT = sampleAccount({ id: 'work', label: 'Work' });
const own = (...ids: readonly string[]) =>
  ok([
    {
      accountId: 'work',
      intervalDays: null,
      neverDueBecause: null,
      keys: ids.map(id => sampleInventoryKey({ id, label: `Key ${id}` })),
      rotation: null,
    },
  ]);

function page(keyId: string | null, revision: number, go: (hash: string) => void) {
  const say = { status: vi.fn(), failures: vi.fn(), alert: vi.fn(), clear: vi.fn() };
  return <Keys accountId="work" accounts={[ACCOUNT]} focusHeading={false} {...{ keyId, revision, say, go }} />;
}

describe('the page of a key', () => {
  it('waits for a key that was just added, and calls no key lost that is not', async () => {
    const list = vi.spyOn(keysPort, 'list').mockResolvedValue(own('old'));
    vi.spyOn(keysPort, 'history').mockResolvedValue(ok([]));
    vi.spyOn(keysPort, 'add').mockResolvedValue(ok({ keyId: 'new', notices: [] }));
    const go = vi.fn();
    const { rerender } = render(page(null, 1, go));
    fireEvent.change(await screen.findByLabelText('API key'), { target: { value: 'c4'.repeat(32) } });
    fireEvent.click(screen.getByRole('button', { name: 'Add key' }));
    await waitFor(() => expect(go).toHaveBeenCalledWith('#keys/work/new'));

    rerender(page('new', 1, go));
    expect(screen.getByText('Opening…')).toBeTruthy();
    list.mockResolvedValue(own('old', 'new'));
    rerender(page('new', 2, go));
    await screen.findByRole('heading', { name: 'Key new' });

    // It came; from now on it is gone where a list is without it.
    list.mockResolvedValue(own('old'));
    await act(async () => rerender(page('new', 3, go)));
    await screen.findByText(/no longer in the vault/);
  });
});
