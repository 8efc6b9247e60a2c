// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Proof } from '../lib/browser/passkey-port';
import type { Failure } from '../lib/messages/failures';
import { failure } from '../lib/messages/failures';
import type { CopyView } from '../lib/messages/views';
import { ok } from '../lib/shared/result';
import { CopyList } from './CopyList';
import { render } from './testing/render';
import { sampleCopy } from './testing/sample-copies';

const CHOICE = { credentialId: 'AQID', prfInput: 'BAUG' };
const TOUCHED: Proof = { type: 'passkey', prfOutput: 'BwgJ' };

function setUp(copies: readonly CopyView[], failures: readonly Failure[] = []) {
  const onOpen = vi.fn(async (_copy: CopyView, _proof: Proof, _overNewer: boolean) => failures);
  const onOpened = vi.fn();
  const readDoors = vi.fn(async () => ({ passkeys: [CHOICE], hasRecoveryCode: true }));
  const saveToFile = vi.fn(async () => ok('latchkey-copy-a-2026-11-23.latchkey'));
  const say = { status: vi.fn(), alert: vi.fn(), failures: vi.fn(), clear: vi.fn() };
  const port = { readDoors, saveToFile, prove: async () => ok(TOUCHED) };
  render(<CopyList copies={copies} port={port} now={Date.now} say={say} onOpen={onOpen} onOpened={onOpened} />);
  return { onOpen, onOpened, readDoors, saveToFile, say };
}

const SPARE = "Spare copy 1 in the browser's database";
const card = (name: string) => within(screen.getByRole('listitem', { name }));
const startOpening = () => fireEvent.click(card(SPARE).getByRole('button', { name: 'Open this copy' }));
const submit = () => fireEvent.click(screen.getByRole('button', { name: 'Open and write over the others' }));

describe('CopyList', () => {
  it('says of every place what is in it, and offers what can be done with that', () => {
    setUp([
      sampleCopy({ name: 'a', use: 'in-use' }),
      sampleCopy({ name: 'b', state: 'damaged', generation: null, savedAtMs: null }),
      sampleCopy(),
      sampleCopy({ name: 'spare-2', state: 'newer', generation: null }),
      sampleCopy({ name: 'spare-3', state: 'empty', generation: null, savedAtMs: null, sizeBytes: null }),
    ]);
    const textOf = (name: string) => screen.getByRole('listitem', { name }).textContent;
    const buttonsOf = (name: string) =>
      card(name)
        .queryAllByRole('button')
        .map(button => button.textContent);
    expect(textOf("First copy in the browser's storage")).toContain('WholeIn useNewest');
    expect(buttonsOf("First copy in the browser's storage")).toEqual(['Save to a file']);
    expect(textOf("Second copy in the browser's storage")).toContain('DamagedSavedat an unknown time');
    expect(buttonsOf("Second copy in the browser's storage")).toEqual(['Save to a file']);
    expect(textOf(SPARE)).toMatch(/Whole.*2026.*Save number7.*4\.3 kB/);
    expect(buttonsOf(SPARE)).toEqual(['Save to a file', 'Open this copy']);
    expect(buttonsOf("Spare copy 2 in the browser's database")).toEqual(['Save to a file']);
    expect(textOf("Spare copy 3 in the browser's database")).toContain('Never written');
    expect(buttonsOf("Spare copy 3 in the browser's database")).toEqual([]);
  });

  it('marks the save that is open in other places, and does not offer to open it there', () => {
    setUp([sampleCopy({ name: 'a', use: 'in-use' }), sampleCopy({ use: 'same-save' })]);
    expect(screen.getByRole('listitem', { name: SPARE }).textContent).toContain('WholeSame save');
    expect(card(SPARE).queryByRole('button', { name: 'Open this copy' })).toBeNull();
  });

  it('calls nothing whole that no key has vouched for, and marks the highest number that can be opened', () => {
    setUp([sampleCopy({ state: 'unproven' }), sampleCopy({ name: 'a', state: 'damaged', generation: 9 })]);
    expect(screen.getByRole('listitem', { name: SPARE }).textContent).toContain('Looks wholeNewest');
    expect(screen.getAllByText('Newest')).toHaveLength(1);
    expect(card(SPARE).getByRole('button', { name: 'Open this copy' })).toBeTruthy();
  });

  it('calls a copy damaged from when its opening has shown so', async () => {
    setUp([sampleCopy({ state: 'unproven' })], [failure('copy-damaged')]);
    startOpening();
    submit();
    expect((await screen.findByRole('alert')).textContent).toBe(
      'What you typed is right, but this copy is damaged. Try another one.',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.getByRole('listitem', { name: SPARE }).textContent).toContain('Damaged');
    expect(card(SPARE).queryByRole('button', { name: 'Open this copy' })).toBeNull();
  });

  it('saves a copy to a file and says under which name', async () => {
    const { saveToFile, say } = setUp([sampleCopy()]);
    fireEvent.click(screen.getByRole('button', { name: 'Save to a file' }));
    await waitFor(() =>
      expect(say.status).toHaveBeenCalledExactlyOnceWith('Saved as latchkey-copy-a-2026-11-23.latchkey.'),
    );
    expect(saveToFile).toHaveBeenCalledExactlyOnceWith(sampleCopy());
  });

  it('says what opening does before it asks for the password, and what to save first', async () => {
    const { onOpen, readDoors } = setUp([sampleCopy(), sampleCopy({ name: 'a', state: 'damaged' })]);
    startOpening();
    expect(card(SPARE).getByText(/all the others are written over with it/)).toBeTruthy();
    expect(card(SPARE).getByText(/Save the ones that cannot be opened here/)).toBeTruthy();
    const field = screen.getByLabelText('Master password', { exact: true });
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: 'correct horse' } });
    submit();
    await waitFor(() =>
      expect(onOpen).toHaveBeenCalledExactlyOnceWith(
        sampleCopy(),
        { type: 'password', password: 'correct horse' },
        false,
      ),
    );
    expect(readDoors).toHaveBeenCalledExactlyOnceWith('spare-1');
  });

  it('opens with a passkey of that copy', async () => {
    const { onOpen } = setUp([sampleCopy()]);
    startOpening();
    fireEvent.click(await screen.findByRole('button', { name: 'Open with a passkey' }));
    await waitFor(() => expect(onOpen).toHaveBeenCalledExactlyOnceWith(sampleCopy(), TOUCHED, false));
  });

  it('takes its recovery code, and says at the field what is wrong with one', async () => {
    const { onOpen } = setUp([sampleCopy()]);
    startOpening();
    fireEvent.click(await screen.findByRole('button', { name: 'Use its recovery code instead' }));
    fireEvent.change(screen.getByLabelText('Recovery code'), { target: { value: 'A0A1' } });
    submit();
    expect((await screen.findByRole('alert')).textContent).toContain('this one has 4');
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('counts a copy as opened where another one could not be replaced yet, and tells of that', async () => {
    const leftOver = [failure('older-copies-remain')];
    const { onOpened } = setUp([sampleCopy()], leftOver);
    startOpening();
    submit();
    await waitFor(() => expect(onOpened).toHaveBeenCalledExactlyOnceWith(leftOver));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps the form and says why where a copy does not open, and gives the focus back on Cancel', async () => {
    setUp([sampleCopy()], [failure('wrong-password')]);
    startOpening();
    submit();
    expect((await screen.findByRole('alert')).textContent).toContain('Wrong master password');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open this copy' }));
  });
});
