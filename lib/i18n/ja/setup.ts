import type { setup as en } from '../en/setup.ts';

export const setup: Record<keyof typeof en, string> = {};
