import type { Input } from '../lib/messages/protocol';

/** How far a sign-in is to go, where not as the settings have it, and what the person has agreed to. */
export type SignInWish = Pick<Input<'signin.start'>, 'mode' | 'agreed'>;
