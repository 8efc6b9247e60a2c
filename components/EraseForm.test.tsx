// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Failure } from '../lib/messages/failures';
import { failure } from '../lib/messages/failures';
import type { CopyView } from '../lib/messages/views';
import type { Result } from '../lib/shared/result';
import { err, ok } from '../lib/shared/result';
import { EraseForm } from './EraseForm';
import { render } from './testing/render';
import { sampleCopy } from './testing/sample-copies';

const FILE = 'latchkey-copy-a-2026-11-23.latchkey';

function setUp(copies: readonly CopyView[], saved: Result<string, readonly Failure[]> = ok(FILE)) {
  const onSave = vi.fn(async (_: CopyView) => saved);
  const onErase = vi.fn(async () => []);
  render(<EraseForm word="start over" copies={copies} onSave={onSave} onErase={onErase} />);
  return { onSave, onErase };
}

const eraseButton = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Erase everything' });
const typeWord = (value: string) =>
  fireEvent.change(screen.getByLabelText('Type “start over” to confirm'), { target: { value } });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save the sealed vault to a file' }));

describe('EraseForm', () => {
  it('erases once a file was saved and the word was typed', async () => {
    const newest = sampleCopy({ name: 'a', generation: 9 });
    const { onSave, onErase } = setUp([sampleCopy({ name: 'b', generation: 8 }), newest]);
    typeWord(' Start over ');
    expect(eraseButton().disabled).toBe(true);
    save();
    await screen.findByText(`Saved as ${FILE}. See that it is there before you go on.`);
    expect(onSave).toHaveBeenCalledExactlyOnceWith(newest);
    fireEvent.click(eraseButton());
    await waitFor(() => expect(onErase).toHaveBeenCalledOnce());
  });

  it('stays shut where saving did not work, and says why', async () => {
    const { onErase } = setUp([sampleCopy()], err([failure('copy-unreadable')]));
    typeWord('start over');
    save();
    expect((await screen.findByRole('alert')).textContent).toContain('no vault to read in this copy');
    expect(eraseButton().disabled).toBe(true);
    expect(onErase).not.toHaveBeenCalled();
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
