import type { Picking } from './use-picking.ts';
import type { Setup } from './use-setup.ts';

/** Of the steps that are built from the values of the request that came. */
export type BuildStepProps = { setup: Setup; picking: Picking };
