import type { connections as en } from '../en/connections.ts';

export const connections: Record<keyof typeof en, string> = {};
