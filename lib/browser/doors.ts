import type { Input } from '../messages/protocol';
import type { DoorsView } from '../messages/views';
import { send } from './messaging';
import { canUsePasskeys } from './passkey';

/** How a page asks what opens the vault (`null`) or one copy of it. */
export type ReadDoors = (copy: Input<'ways-in.doors'>['copy']) => Promise<DoorsView>;

const NONE: DoorsView = { passkeys: [], hasRecoveryCode: false };

/** What opens the vault besides its password and can be used in this page. Nothing, where the worker does not say. */
export const readDoors: ReadDoors = async copy => {
  const reply = await send('ways-in.doors', { copy });
  if (!reply.ok) return NONE;
  return (await canUsePasskeys()) ? reply.value : { ...reply.value, passkeys: [] };
};
