import type { endpoints as en } from '../en/endpoints.ts';

export const endpoints: Record<keyof typeof en, string> = {};
