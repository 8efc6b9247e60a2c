// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { SavedFiles } from '../lib/browser/copies-port';
import { failure } from '../lib/messages/failures';
import type { CopyView } from '../lib/messages/views';
import { EraseForm } from './EraseForm';
import { render } from './testing/render';
import { sampleCopy } from './testing/sample-copies';

const FILE = 'latchkey-copy-a-2026-11-23.latchkey';

const OTHER = 'latchkey-copy-spare-1-2026-11-22.latchkey';

function setUp(copies: readonly CopyView[], saved: SavedFiles = { names: [FILE], failures: [] }) {
  const onSave = vi.fn(async () => saved);
  const onErase = vi.fn(async (_: readonly string[]) => []);
  render(<EraseForm word="start over" copies={copies} onSave={onSave} onErase={onErase} />);
  return { onSave, onErase };
}

const eraseButton = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Erase everything' });
const typeWord = (value: string) =>
  fireEvent.change(screen.getByLabelText('Type “start over” to confirm'), { target: { value } });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save the sealed vault to a file' }));

describe('EraseForm', () => {
  it('erases once a file was saved and the word was typed', async () => {
    const { onSave, onErase } = setUp([sampleCopy()]);
    typeWord(' Start over ');
    expect(eraseButton().disabled).toBe(true);
    save();
    await screen.findByText(`Saved as ${FILE}. See that it is there before you go on.`);
    expect(onSave).toHaveBeenCalledOnce();
    fireEvent.click(eraseButton());
    await waitFor(() => expect(onErase).toHaveBeenCalledExactlyOnceWith([FILE]));
  });

  it('names every file where copies differ', async () => {
    setUp([sampleCopy(), sampleCopy({ name: 'a' })], { names: [FILE, OTHER], failures: [] });
    save();
    await screen.findByText(new RegExp(`^Saved as ${FILE}, ${OTHER}\\. See that all 2 are there`));
  });

  it('stays shut where only some of them were saved', async () => {
    setUp([sampleCopy()], { names: [FILE], failures: [failure('copy-unreadable')] });
    typeWord('start over');
    save();
    await screen.findByRole('alert');
    expect(screen.getByText(/^Saved as/)).toBeTruthy();
    expect(eraseButton().disabled).toBe(true);
  });

  it('erases without a file for whoever says that none is needed', async () => {
    const { onSave, onErase } = setUp([sampleCopy()]);
    typeWord('start over');
    fireEvent.click(screen.getByRole('checkbox', { name: 'I need no file' }));
    fireEvent.click(eraseButton());
    await waitFor(() => expect(onErase).toHaveBeenCalledExactlyOnceWith([]));
    expect(onSave).not.toHaveBeenCalled();
  });

  it('stays shut where saving did not work, and says why', async () => {
    const { onErase } = setUp([sampleCopy()], { names: [], failures: [failure('copy-unreadable')] });
    typeWord('start over');
    save();
    expect((await screen.findByRole('alert')).textContent).toContain('no vault to read in this copy');
    expect(eraseButton().disabled).toBe(true);
    expect(onErase).not.toHaveBeenCalled();
  });

  it('needs no file where the organisation allows none', async () => {
    const { onErase } = setUp([sampleCopy()], { names: [], failures: [failure('export-not-allowed')] });
    typeWord('start over');
    save();
    expect((await screen.findByRole('alert')).textContent).toContain('Your organisation does not allow');
    fireEvent.click(eraseButton());
    await waitFor(() => expect(onErase).toHaveBeenCalledOnce());
  });

  it('asks for the very word', async () => {
    const { onErase } = setUp([]);
    typeWord('start');
    fireEvent.click(eraseButton());
    expect((await screen.findByRole('alert')).textContent).toContain('This is not “start over”');
    expect(onErase).not.toHaveBeenCalled();
  });

  it('asks for no file where there is nothing to save', async () => {
    const { onErase } = setUp([sampleCopy({ state: 'empty' }), sampleCopy({ state: 'unreadable' })]);
    expect(screen.queryByRole('button', { name: 'Save the sealed vault to a file' })).toBeNull();
    typeWord('start over');
    fireEvent.click(eraseButton());
    await waitFor(() => expect(onErase).toHaveBeenCalledOnce());
  });
});
