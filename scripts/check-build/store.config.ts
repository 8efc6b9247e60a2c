import { defineConfig } from 'wxt';
import base from '../../wxt.config';

// The build that `npm run zip` packs, in a place of its own: beside it the one that people load stays as it is.
export default defineConfig({ ...base, outDir: '.output/store' });
