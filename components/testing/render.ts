import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { speakEnglish } from './english';

// Importing this file is what a component's test needs: English words, and a clean document for each case.
beforeAll(speakEnglish);
afterEach(cleanup);

export { render };
