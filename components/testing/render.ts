import { cleanup, configure, render } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { speakEnglish } from './english';

// Importing this file is what a component's test needs: English words, and a clean document for each case.
beforeAll(speakEnglish);
afterEach(cleanup);

// The password estimator loads when a form first needs it, which on a busy machine takes longer than the usual second.
configure({ asyncUtilTimeout: 4_000 });

export { render };
