import type { z } from 'zod';
import type { runListItem, runSummary } from '#lib/contracts/run.ts';

export type RunSummary = z.infer<typeof runSummary>;
export type RunListItem = z.infer<typeof runListItem>;
export type RunStatus = RunSummary['status'];
